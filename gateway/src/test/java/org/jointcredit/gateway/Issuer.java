package org.jointcredit.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
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

/// A realm that signs tokens with a key of its own.
final class Issuer {
    private static final String REALM = "/realms/joint-credit";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final RSAKey key = newKey();

    Issuer() {
        server.start();
        server.stubFor(get(REALM + "/.well-known/openid-configuration")
                .willReturn(okJson("{\"issuer\":\"%s\",\"jwks_uri\":\"%s/certs\"}".formatted(uri(), uri()))));
        server.stubFor(get(REALM + "/certs").willReturn(okJson(new JWKSet(key.toPublicJWK()).toString())));
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
        try {
            var now = Instant.now();
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer)
                            .subject("sys-market")
                            .claim("dept", "market")
                            .claim("roles", List.of(roles))
                            .issueTime(Date.from(now.minusSeconds(600)))
                            .expirationTime(Date.from(now.plus(life)))
                            .build());
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
