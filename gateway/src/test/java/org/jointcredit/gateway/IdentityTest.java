package org.jointcredit.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Interfaces, "Who may do what": deny is the default, identity comes first, and `/api/**` never redirects.
class IdentityTest extends RunningGateway {
    @BeforeEach
    void servicesAnswer() {
        COLLECTION.stubFor(any(anyUrl()).willReturn(ok()));
        SANCTION.stubFor(any(anyUrl()).willReturn(ok()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/collection/catalogue",
                "/api/collection/catalogue/X01",
                "/api/collection/list-types",
                "/api/collection/list-types/A1",
                "/api/collection/openapi",
                "/api/sanction/measures",
                "/api/sanction/measures/M1",
                "/api/sanction/rule-sets/2021",
                "/api/sanction/permits/keys",
                "/api/sanction/openapi"
            })
    void everybodyMayReadWhatIsPublic(String path) {
        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(send(request(path).HEAD()).statusCode()).isEqualTo(200);
    }

    @Test
    void everybodyMaySendATipOff() {
        assertThat(send(request("/api/collection/tip-offs").POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/api/collection/tip-offs").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/disclosure/public/subjects?q=x",
        "POST, /api/disclosure/public/persons",
        "GET, /api/disclosure/reports/7/verification"
    })
    void whatIsPublicButComesLaterIs404(String method, String path) {
        assertThat(send(request(path).method(method, BodyPublishers.noBody())).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/collection/listings",
        "POST, /api/collection/listings",
        "GET, /api/sanction/notices",
        "POST, /api/sanction/measures",
        "PUT, /api/collection/list-types/A1",
        "GET, /api/nobody/knows",
        "GET, /api",
        "OPTIONS, /api/collection/listings",
        "POST, /",
        "POST, /nowhere",
        "GET, /me"
    })
    void withoutIdentityEverythingElseIs401(String method, String path) {
        var answer = send(request(path)
                .header("Accept", "text/html")
                .header("Cookie", "__Host-jc=1")
                .method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"status\":401", "\"title\":\"未登录\"", "\"instance\":\"");
        assertThat(COLLECTION.getAllServeEvents()).isEmpty();
        assertThat(SANCTION.getAllServeEvents()).isEmpty();
    }

    @Test
    void aTokenThatIsNotGoodIs401EvenWhereNoneIsNeeded() {
        for (var token : new String[] {
            "nonsense",
            ISSUER.tokenOfAnotherKey(),
            ISSUER.tokenOfAnotherIssuer(),
            ISSUER.tokenThatEndsIn(Duration.ofSeconds(-90))
        }) {
            for (var path : new String[] {"/api/collection/listings", "/api/collection/list-types"}) {
                var answer = send(request(path).header("Authorization", "Bearer " + token));
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
                assertThat(answer.body()).contains("\"status\":401");
            }
        }
    }

    @Test
    void clocksMayDifferByAMinute() {
        assertThat(send(request("/api/collection/listings")
                                .header("Authorization", "Bearer " + ISSUER.tokenThatEndsIn(Duration.ofSeconds(-30))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theTokenGoesOnToTheService() {
        var token = ISSUER.token("REPORTER");

        send(request("/api/collection/listings").header("Authorization", "Bearer " + token));

        assertThat(COLLECTION.getAllServeEvents().getFirst().getRequest().getHeader("Authorization"))
                .isEqualTo("Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nobody/knows", "/api", "/nowhere"})
    void withIdentityWhatIsNotThereIs404(String path) {
        var answer = send(identified(path));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"status\":404", "\"instance\":\"" + path + "\"");
    }

    @Test
    void metricsAreForSystems() {
        assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(send(request("/actuator/prometheus").header("Authorization", "Bearer " + ISSUER.token("REPORTER")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(send(identified("/actuator/env")).statusCode()).isEqualTo(404);
    }
}
