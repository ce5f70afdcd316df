package org.jointcredit.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Interfaces: what cannot be done now is 503 with Retry-After. The gateway starts and serves what is public while the
/// issuer is away.
class IssuerAwayTest extends RunningGateway {
    @DynamicPropertySource
    static void nobody(DynamicPropertyRegistry properties) {
        properties.add("jointcredit.issuer", () -> "http://localhost:1/realms/joint-credit");
    }

    @Test
    void aTokenThatNobodyCanCheckIs503() {
        var answer = send(identified("/api/collection/listings"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).isEqualTo("2");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void whatIsPublicGoesOn() {
        COLLECTION.stubFor(any(anyUrl()).willReturn(ok()));

        assertThat(get("/api/collection/list-types").statusCode()).isEqualTo(200);
        assertThat(get("/").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get("/api/collection/listings").statusCode()).isEqualTo(401);
        assertThat(get("/me").statusCode()).isEqualTo(401);
        assertThat(get("/status").body()).contains("\"keycloak\":\"DOWN\"");
    }

    @Test
    void theLogInSaysSoInBothLanguagesAndTriesAgainByItself() {
        var page = get("/login?to=/listings");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(header(page, "Set-Cookie")).doesNotContain("__Host-jc");
        assertThat(page.body()).contains("暂时无法登录", "http-equiv=\"refresh\"").doesNotContain("<script", "<style");
        assertThat(get("/login?to=/listings&lang=en").body()).contains("lang=\"en\"", "Log-in is not available");
    }
}
