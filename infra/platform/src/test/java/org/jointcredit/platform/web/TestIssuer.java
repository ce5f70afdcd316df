package org.jointcredit.platform.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Stands where Keycloak does: signs tokens and shows its keys. */
final class TestIssuer {
    private final HttpServer server;
    private final RSAKey key;

    TestIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/protocol/openid-connect/certs", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
            }
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What a token says; a good one of nobody in particular, to be changed. */
    final class Token {
        private final JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .audience(List.of("sanction", "testing"))
                .expirationTime(in(Duration.ofMinutes(1)));

        Token with(String claim, Object value) {
            claims.claim(claim, value);
            return this;
        }

        Token audience(String audience) {
            claims.audience(audience);
            return this;
        }

        Token expired(Duration ago) {
            claims.expirationTime(in(ago.negated()));
            return this;
        }

        String signed() {
            return signedWith(key);
        }

        String signedBySomebodyElse() {
            try {
                return signedWith(new RSAKeyGenerator(2048).keyID("test").generate());
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        private String signedWith(RSAKey signer) {
            try {
                var jwt = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims.build());
                jwt.sign(new RSASSASigner(signer));
                return jwt.serialize();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Date in(Duration time) {
            return Date.from(Instant.now().plus(time));
        }
    }

    Token token() {
        return new Token();
    }

    /** As Keycloak gives one to {@code market-reporter}. */
    String officer(String username, String dept, String... roles) {
        return token().with("preferred_username", username)
                .with("azp", "gateway")
                .with("dept", dept)
                .with("roles", List.of(roles))
                .signed();
    }

    /** As Keycloak gives one to {@code sys-market}. */
    String system(String dept) {
        return token().with("preferred_username", "service-account-sys-" + dept)
                .with("azp", "sys-" + dept)
                .with("dept", dept)
                .with("roles", List.of("SYSTEM", "default-roles-joint-credit"))
                .signed();
    }
}
