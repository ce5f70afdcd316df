package org.jointcredit.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A service starts without Keycloak; who brings a token meanwhile is told to come again, and is not turned away. */
@TestPropertySource(properties = "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://localhost:1/certs")
class IssuerAwayTest extends FrontDoorTest {
    @Test
    void aTokenThatCannotBeCheckedNowIs503() {
        var answer = get("/api/testing/me", ISSUER.system("market"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).hasValue("5");
        assertThat(get("/api/testing/open", null).status()).isEqualTo(200);
        assertThat(get("/actuator/health", null).status()).isEqualTo(200);
    }
}
