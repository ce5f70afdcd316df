package org.jointcredit.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A realm that signs tokens with a key of its own.
final class Issuer {
    private static final String REALM = "/realms/joint-credit";
    private static final String OPENID = "/protocol/openid-connect";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final RSAKey key = newKey();

    Issuer() {
        server.start();
        answers();
    }

    /// Nobody is logged in, nothing was asked.
    void forget() {
        server.resetAll();
        answers();
    }

    private void answers() {
        server.stubFor(get(REALM + "/.well-known/openid-configuration")
                .willReturn(okJson("{\"issuer\":\"%s\",\"jwks_uri\":\"%s%s/certs\"}".formatted(uri(), uri(), OPENID))));
        server.stubFor(get(REALM + OPENID + "/certs").willReturn(okJson(new JWKSet(key.toPublicJWK()).toString())));
    }

    /// Codes are good from now on for a log-in that began with this nonce.
    ///
    /// @param life of the access token
    void logsIn(String username, String nonce, Duration life) {
        answersTokens("authorization_code", okJson(tokens(username, nonce, life)));
    }

    void renews(String username, Duration life) {
        answersTokens("refresh_token", okJson(tokens(username, null, life)).withFixedDelay(200));
    }

    void hasEndedTheSession() {
        answersTokens(
                "refresh_token",
                jsonResponse("{\"error\":\"invalid_grant\",\"error_description\":\"Session not active\"}", 400));
    }

    void isAway() {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    void endsSessions() {
        server.stubFor(post(REALM + OPENID + "/logout").willReturn(noContent()));
    }

    List<LoggedRequest> asked(String path) {
        return server.findAll(postRequestedFor(urlEqualTo(REALM + OPENID + "/" + path)));
    }

    private void answersTokens(String grant, ResponseDefinitionBuilder answer) {
        server.stubFor(post(REALM + OPENID + "/token")
                .withRequestBody(containing("grant_type=" + grant))
                .willReturn(answer));
    }

    private String tokens(String username, @Nullable String nonce, Duration life) {
        var id = claims(uri(), Duration.ofMinutes(5), "REPORTER")
                .claim("preferred_username", username)
                .claim("name", "市场填报员")
                .claim("nonce", nonce)
                .audience("gateway")
                .build();
        return """
                {"access_token":"%s","token_type":"Bearer","expires_in":%d,"refresh_token":"refresh-%s","id_token":"%s"}
                """.formatted(sign(key, uri(), life, "REPORTER"), life.toSeconds(), username, sign(key, id));
    }

    String uri() {
        return "http://localhost:" + server.port() + REALM;
    }

    String token(String... roles) {
        return sign(key, uri(), Duration.ofMinutes(5), roles);
    }

    String tokenThatEndsIn(Duration life) {
        return sign(key, uri(), life, "SYSTEM");
    }

    String tokenOfAnotherIssuer() {
        return sign(key, "http://localhost:1/realms/other", Duration.ofMinutes(5), "SYSTEM");
    }

    String tokenOfAnotherKey() {
        return sign(newKey(), uri(), Duration.ofMinutes(5), "SYSTEM");
    }

    private static String sign(RSAKey key, String issuer, Duration life, String... roles) {
        return sign(key, claims(issuer, life, roles).build());
    }

    private static JWTClaimsSet.Builder claims(String issuer, Duration life, String... roles) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("sys-market")
                .jwtID(UUID.randomUUID().toString())
                .claim("preferred_username", "sys-market")
                .claim("dept", "market")
                .claim("roles", List.of(roles))
                .issueTime(Date.from(now.minusSeconds(600)))
                .expirationTime(Date.from(now.plus(life)));
    }

    private static String sign(RSAKey key, JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
