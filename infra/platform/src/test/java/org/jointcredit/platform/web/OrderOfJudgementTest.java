package org.jointcredit.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** interfaces.md, Order of judgement: identity, role, department, JSON, state, fields. X1: deny is the default. */
class OrderOfJudgementTest extends FrontDoorTest {
    private static final String NO_JSON = "{\"number\": ";
    private static final String NO_FIELDS = "{}";
    private static final String GOOD = "{\"number\": \"元市监罚〔2026〕1号\", \"date\": \"2026-11-01\"}";

    private final String reporter = ISSUER.officer("market-reporter", "market", "REPORTER");
    private final String other = ISSUER.officer("tax-reporter", "tax", "REPORTER");
    private final String auditor = ISSUER.officer("drc-auditor", "drc", "AUDITOR");

    @Test
    void withoutIdentityIs401WhateverElseIsWrong() {
        assertThat(post("/api/testing/things/ended", null, NO_JSON).status()).isEqualTo(401);
        assertThat(send("DELETE", "/api/testing/things/new", null, "").status()).isEqualTo(401);
        assertThat(get("/api/testing/things?page=x", null).status()).isEqualTo(401);
        assertThat(get("/api/testing/things", null, "Accept", "image/png").status())
                .isEqualTo(401);
    }

    @Test
    void anotherRoleIs403BeforeTheBodyIsRead() {
        assertThat(post("/api/testing/things/ended", auditor, NO_JSON).status()).isEqualTo(403);
        assertThat(get("/api/testing/things?page=x", auditor).status()).isEqualTo(403);
    }

    @Test
    void anotherDepartmentIs403BeforeTheBodyIsRead() {
        var answer = post("/api/testing/things/ended", other, NO_JSON);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.errors()).containsExactly(":NOT_YOURS");
    }

    @Test
    void unreadableJsonIs400BeforeTheStateIsJudged() {
        assertThat(post("/api/testing/things/ended", reporter, NO_JSON).status())
                .isEqualTo(400);
    }

    @Test
    void wrongStateIs409BeforeTheFieldsAreJudged() {
        var answer = post("/api/testing/things/ended", reporter, NO_FIELDS);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errors()).containsExactly(":WRONG_STATE");
    }

    @Test
    void thenAllFieldsAreJudgedAtOnce() {
        var answer = post("/api/testing/things/new", reporter, "{\"number\": 7, \"date\": \"2026-02-30\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly("number:FORMAT", "date:FORMAT");
    }

    @Test
    void andAtLastItIsDone() {
        var answer = post("/api/testing/things/new", reporter, GOOD);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("by").asString()).isEqualTo("market-reporter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencoded", "nonsense"})
    void theDeclaredTypeOfABodyDoesNotMatter(String type) {
        assertThat(post("/api/testing/things/new", reporter, GOOD, "Content-Type", type)
                        .status())
                .isEqualTo(201);
        assertThat(send("PUT", "/api/testing/things/new", reporter, GOOD, "Content-Type", type)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aHandlerThatSaysNothingAboutAccessIsDenied() {
        assertThat(get("/api/testing/forgotten", null).status()).isEqualTo(401);
        assertThat(get("/api/testing/forgotten", reporter).status()).isEqualTo(403);
    }

    @Test
    void anUnknownPathIs401Without404WithIdentity() {
        for (var path : List.of("/api/testing/nothing", "/api/other/things", "/api", "/", "/index.html")) {
            assertThat(get(path, null).status()).as(path).isEqualTo(401);
            assertThat(get(path, reporter).status()).as(path).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalogue", "catalogue/XYGS-CF", "rule-sets", "public/subjects?q=a", "permits/keys"})
    void publicPathsOfLaterIssuesAre404ToEverybody(String path) {
        assertThat(get("/api/testing/" + path, null).status()).isEqualTo(404);
        assertThat(get("/api/testing/" + path, reporter).status()).isEqualTo(404);
        assertThat(post("/api/testing/" + path, null, "").status()).isEqualTo(401);
    }

    @Test
    void aReportIsVerifiedWithoutIdentity() {
        assertThat(get("/api/testing/reports/1/verification", null).status()).isEqualTo(404);
        assertThat(post("/api/testing/reports/1/verification", null, "{}").status())
                .isEqualTo(404);
    }

    @Test
    void tipOffsAreGivenWithoutIdentityButNotRead() {
        assertThat(post("/api/testing/tip-offs", null, "{}").status()).isEqualTo(404);
        assertThat(get("/api/testing/tip-offs", null).status()).isEqualTo(401);
    }

    @Test
    void publicHandlersNeedNoIdentity() {
        assertThat(get("/api/testing/open", null).status()).isEqualTo(200);
        assertThat(send("HEAD", "/api/testing/open/RED", null, "").status()).isEqualTo(200);
        assertThat(get("/api/testing/open", auditor).status()).isEqualTo(200);
    }

    @Test
    void aGuardedHandlerBesideAPublicPatternStaysGuarded() {
        assertThat(get("/api/testing/open/secret", null).status()).isEqualTo(401);
        assertThat(get("/api/testing/open/secret", reporter).status()).isEqualTo(403);
        assertThat(get("/api/testing/open/secret", auditor).status()).isEqualTo(200);
    }

    @Test
    void anInvalidTokenIs401OnPublicPathsToo() {
        for (var token : List.of(
                "nonsense",
                ISSUER.token().audience("collection").signed(),
                ISSUER.token().with("iss", "http://elsewhere").signed(),
                ISSUER.token().expired(Duration.ofSeconds(75)).signed(),
                ISSUER.token().signedBySomebodyElse())) {
            var answer = get("/api/testing/open", token);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
            assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void clocksMayDifferBySixtySeconds() {
        assertThat(get(
                                "/api/testing/open",
                                ISSUER.token().expired(Duration.ofSeconds(45)).signed())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theCallerIsWhoTheTokenSays() {
        var officer = get("/api/testing/me", reporter).json();
        assertThat(officer.path("username").asString()).isEqualTo("market-reporter");
        assertThat(officer.path("dept").asString()).isEqualTo("market");

        var system = get("/api/testing/me", ISSUER.system("market")).json();
        assertThat(system.path("username").asString()).isEqualTo("sys-market");
        assertThat(system.path("roles")).hasSize(1);

        var subject = get(
                        "/api/testing/me",
                        ISSUER.token()
                                .with("preferred_username", "citizen-li")
                                .with("subject", "s-1")
                                .with("roles", List.of("SUBJECT"))
                                .signed())
                .json();
        assertThat(subject.path("subject").asString()).isEqualTo("s-1");
        assertThat(subject.path("dept").asString()).isEmpty();
    }

    @Test
    void rolesNobodyKnowsAndClaimsOfTheWrongTypeGiveNothing() {
        var odd = ISSUER.token()
                .with("roles", "REPORTER")
                .with("dept", List.of("market"))
                .signed();
        assertThat(get("/api/testing/me", odd).status()).isEqualTo(403);
        assertThat(get("/api/testing/me", ISSUER.officer("x", "market", "KING")).status())
                .isEqualTo(403);
    }

    @Test
    void healthIsOpenAndTellsNothingMore() {
        for (var path : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
            var answer = get(path, null);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.json().has("components")).as(path).isFalse();
        }
    }

    @Test
    void otherActuatorEndpointsAreForServicesAndLawAdministrators() {
        assertThat(get("/actuator/env", null).status()).isEqualTo(401);
        assertThat(get("/actuator", null).status()).isEqualTo(401);
        assertThat(get("/actuator", reporter).status()).isEqualTo(403);
        assertThat(get("/actuator", ISSUER.officer("drc-admin", "drc", "LAW_ADMIN"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theOpenApiDocumentIsPublicAndKeepsOurArgumentsToItself() {
        var answer = get("/api/testing/openapi", null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("paths").has("/api/testing/things")).isTrue();
        var parameters = answer.json().at("/paths/~1api~1testing~1things/get/parameters");
        assertThat(parameters).extracting(p -> p.path("name").asString()).contains("page", "size", "sort", "colour");
        assertThat(answer.json().at("/paths/~1api~1testing~1me/get").has("parameters"))
                .isFalse();
    }

    @Test
    void nothingEverRedirectsOrKeepsASession() {
        for (var accept : List.of("text/html", "application/json", "*/*")) {
            var answer = get("/api/testing/things", null, "Accept", accept);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("Location")).isEmpty();
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
    }
}
