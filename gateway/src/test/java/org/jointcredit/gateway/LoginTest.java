package org.jointcredit.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Issue 5, 1: browsers are known by a session; tokens stay in the gateway.
class LoginTest extends RunningGateway {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration ENDING = Duration.ofSeconds(5);

    private final Visitor visitor = new Visitor(this);

    @BeforeEach
    void allAnswer() {
        ISSUER.forget();
        ISSUER.endsSessions();
        COLLECTION.stubFor(any(anyUrl()).willReturn(ok("listings")));
    }

    @Test
    void keycloakIsAskedWithPkceAndForAChinesePage() {
        var asked = visitor.begin("/login?to=/listings");

        assertThat(asked.toUriString()).startsWith(ISSUER.uri() + "/protocol/openid-connect/auth?");
        assertThat(Visitor.parameter(asked, "client_id")).isEqualTo("gateway");
        assertThat(Visitor.parameter(asked, "code_challenge_method")).isEqualTo("S256");
        assertThat(Visitor.parameter(asked, "code_challenge")).hasSize(43);
        assertThat(Visitor.parameter(asked, "ui_locales")).isEqualTo("zh-CN");
        assertThat(Visitor.parameter(new Visitor(this).begin("/login?lang=en"), "ui_locales"))
                .isEqualTo("en");
    }

    @Test
    void loggedInOneComesBackAndIsKnownByAGuardedCookieAlone() {
        var back = visitor.logIn("market-reporter", "/listings/5?state=PROPOSED%23persons", LONG);

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(Visitor.location(back)).isEqualTo("/listings/5?state=PROPOSED#persons");
        assertThat(back.headers().allValues("Set-Cookie").toString())
                .contains("__Host-jc=", "Path=/; Secure; HttpOnly; SameSite=Lax")
                .doesNotContain("Domain", "eyJ");
        var me = visitor.get("/me");
        assertThat(me.body())
                .isEqualTo("{\"username\":\"market-reporter\",\"name\":\"市场填报员\",\"dept\":\"market\","
                        + "\"roles\":[\"REPORTER\"]}");
        assertThat(header(me, "Cache-Control")).contains("no-store");
    }

    @Test
    void theServiceGetsTheTokenOfTheSessionAndNothingThatGuardsIt() {
        visitor.logIn("market-reporter", "/", LONG);

        var answer = visitor.post("/api/collection/listings", "{}");

        assertThat(answer.body()).isEqualTo("listings");
        COLLECTION.verify(postRequestedFor(anyUrl())
                .withHeader("Authorization", matching("Bearer eyJ.*"))
                .withHeader("Cookie", absent())
                .withHeader("X-XSRF-TOKEN", absent()));
    }

    @Test
    void whoCannotReadTheCookieChangesNothing() {
        visitor.logIn("market-reporter", "/", LONG);

        for (var headers : new String[][] {
            {"Content-Type", "application/json"},
            {"X-XSRF-TOKEN", "guessed"},
            {"Content-Type", "application/x-www-form-urlencoded"}
        }) {
            var answer = visitor.postForged("/api/collection/listings", "_csrf=guessed", headers);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        }
        assertThat(visitor.postForged("/logout", "").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
        assertThat(COLLECTION.getAllServeEvents()).isEmpty();
    }

    @Test
    void aBearersTokenGoesBeforeASession() {
        visitor.logIn("market-reporter", "/", LONG);
        var token = ISSUER.token("SYSTEM");

        var answer = visitor.postForged("/api/collection/listings", "{}", "Authorization", "Bearer " + token);

        assertThat(answer.statusCode()).isEqualTo(200);
        COLLECTION.verify(postRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer " + token)));
        assertThat(visitor.get("/me", "Authorization", "Bearer " + token).body())
                .contains("sys-market");
        assertThat(visitor.get("/me", "Authorization", "Bearer nonsense").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me", "/api/collection/listings"})
    void inTheBackgroundNobodyIsSentToTheLogIn(String path) {
        visitor.cookies.put("__Host-jc", "lost");

        var answer = visitor.get(path, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(visitor.post("/api/collection/listings", "{}").statusCode()).isEqualTo(401);
        assertThat(visitor.postForged("/api/collection/listings", "{}").statusCode())
                .isEqualTo(401);
        assertThat(visitor.cookies.get("__Host-jc"))
                .as("no session for strangers")
                .isEqualTo("lost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "///evil.example",
                "%2F%2Fevil.example",
                "/%2Fevil.example",
                "/%252Fevil.example",
                "/%5Cevil.example",
                "/%255Cevil.example",
                "%5C%5Cevil.example",
                "/%09/evil.example",
                "/%0A/evil.example",
                "/%0d%0aSet-Cookie:a=b",
                "/x/..//evil.example",
                "javascript:alert(1)",
                "evil.example",
                "%20//evil.example",
                "/%20x",
                "@evil.example",
                "http:evil.example",
                "?x",
                ""
            })
    void theWayBackNeverLeadsElsewhere(String wish) {
        assertThat(Visitor.location(visitor.logIn("market-reporter", wish, LONG)))
                .isEqualTo("/");
        assertThat(Visitor.location(visitor.get("/login?to=" + wish))).isEqualTo("/");
    }

    @Test
    void aStateOfSomebodyElsesMakingLogsNobodyIn() {
        visitor.begin("/login?to=/listings");
        var forged = new WayBack("/listings", true).state("forged");

        var answer = visitor.get("/login/oauth2/code/keycloak?code=c&state=" + forged);

        assertThat(Visitor.location(answer)).isEqualTo("/?login=failed");
        assertThat(visitor.get("/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aLogInThatThereIsNotIsTheCallersFault() {
        assertThat(get("/oauth2/authorization/other").statusCode()).isBetween(400, 499);
        assertThat(get("/login/oauth2/code/other").statusCode()).isBetween(302, 499);
    }

    @Test
    void twoTabsThatLogInAtOnceBothArrive() {
        var first = visitor.begin("/login?to=/first");
        var second = visitor.begin("/login?to=/second");

        var crossed = visitor.end("market-reporter", first, LONG);
        var arrived = visitor.end("market-reporter", second, LONG);

        assertThat(Visitor.location(arrived)).isEqualTo("/second");
        assertThat(Visitor.location(crossed)).isEqualTo("/login?to=%2Ffirst&again=true");
        assertThat(Visitor.location(visitor.get(Visitor.location(crossed)))).isEqualTo("/first");
    }

    @Test
    void aSessionGetsANewNameAtTheLogIn() {
        var asked = visitor.begin("/login");
        var before = visitor.cookies.get("__Host-jc");

        visitor.end("market-reporter", asked, LONG);

        assertThat(visitor.cookies.get("__Host-jc")).isNotEqualTo(before);
    }

    @Test
    void aTokenNearItsEndIsRenewedOnceHoweverManyAsk() throws Exception {
        visitor.logIn("market-reporter", "/", Duration.ofSeconds(59));
        ISSUER.renews("market-reporter", LONG);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<HttpResponse<String>>>();
            for (var i = 0; i < 40; i++) {
                answers.add(threads.submit(() -> visitor.get("/api/collection/listings")));
            }
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        }

        assertThat(ISSUER.asked("token"))
                .filteredOn(request -> request.getBodyAsString().contains("refresh_token"))
                .hasSize(2); // once by /me at the log-in, in vain
    }

    @Test
    void aSessionThatEndedAtKeycloakEndsHere() {
        visitor.logIn("market-reporter", "/", ENDING);
        ISSUER.hasEndedTheSession();

        var answer = visitor.get("/api/collection/listings");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(visitor.get("/api/collection/listings").statusCode()).isEqualTo(401);
        assertThat(visitor.get("/me").statusCode()).isEqualTo(401);
        assertThat(Visitor.location(visitor.get("/login"))).startsWith("/oauth2/authorization/keycloak");
    }

    @Test
    void whileKeycloakIsAwayASessionWaitsForIt() {
        visitor.logIn("market-reporter", "/", Duration.ofSeconds(1));
        ISSUER.isAway();

        var answer = await("the end of the token")
                .until(() -> visitor.get("/api/collection/listings"), found -> found.statusCode() != 200);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).isNotEmpty();
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);

        ISSUER.renews("market-reporter", LONG);
        assertThat(visitor.get("/api/collection/listings").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsPublicIsAnsweredWhateverBecomesOfTheSession() {
        visitor.logIn("market-reporter", "/", Duration.ofSeconds(1));
        ISSUER.isAway();
        await("the end of the token")
                .until(() -> visitor.get("/api/collection/listings").statusCode() == 503);
        assertThat(visitor.get("/api/collection/list-types").statusCode()).isEqualTo(200);

        ISSUER.hasEndedTheSession();
        assertThat(visitor.get("/api/collection/list-types").statusCode()).isEqualTo(200);

        COLLECTION.verify(
                2, getRequestedFor(urlEqualTo("/api/collection/list-types")).withHeader("Authorization", absent()));
    }

    @Test
    void aTokenThatCannotBeRenewedIsUsedToItsEnd() {
        visitor.logIn("market-reporter", "/", Duration.ofSeconds(30));
        ISSUER.isAway();

        assertThat(visitor.get("/api/collection/listings").statusCode()).isEqualTo(200);
    }

    @Test
    void loggingOutEndsBothSessionsAndShowsTheBrowserNoToken() {
        visitor.logIn("market-reporter", "/", LONG);

        var answer = visitor.post("/logout", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Visitor.location(answer)).isEqualTo("/");
        assertThat(ISSUER.asked("logout").getFirst().getBodyAsString()).contains("refresh_token=refresh-market");
        assertThat(visitor.get("/me").statusCode()).isEqualTo(401);
        assertThat(visitor.post("/logout", "").statusCode()).isEqualTo(200);
    }

    @Test
    void whenKeycloakIsAwayOneIsLoggedOutHereAndSentThere() {
        visitor.logIn("market-reporter", "/", LONG);
        ISSUER.isAway();

        var answer = visitor.post("/logout", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Visitor.location(answer))
                .startsWith(
                        ISSUER.uri() + "/protocol/openid-connect/logout?client_id=gateway&post_logout_redirect_uri=")
                .doesNotContain("eyJ");
        assertThat(visitor.get("/me").statusCode()).isEqualTo(401);
    }

    @Test
    void twoBrowsersOfOnePersonAreTwoSessions() {
        var other = new Visitor(this);
        visitor.logIn("market-reporter", "/", LONG);
        other.logIn("market-reporter", "/", LONG);

        visitor.post("/logout", "");

        assertThat(visitor.get("/api/collection/listings").statusCode()).isEqualTo(401);
        assertThat(other.get("/api/collection/listings").statusCode()).isEqualTo(200);
    }
}
