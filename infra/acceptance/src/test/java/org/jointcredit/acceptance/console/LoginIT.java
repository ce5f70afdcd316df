package org.jointcredit.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.jointcredit.local.LocalSystem;
import org.jointcredit.testsupport.TestSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 5, 1: log-in with a browser, in a real one, at the real Keycloak. */
class LoginIT {
    private static final LocalSystem LOCAL = TestSystem.whole().local();
    private static final String LOGIN_PAGE = LOCAL.issuer() + "/protocol/openid-connect/auth";

    @Test
    void oneLogsInOnAChinesePageAndComesBackToWhereOneWas() {
        try (var browser = Browser.of("market-reporter").open()) {
            browser.page().navigate("/login?to=/api-docs.html?x=1%23top");
            assertThat(browser.page().url()).startsWith(LOGIN_PAGE).contains("code_challenge_method=S256");
            assertThat(browser.page().locator("html").getAttribute("lang")).startsWith("zh");
            assertThat(browser.page().locator("#kc-login").innerText()).isEqualTo("登录");
            browser.screenshot("login");

            browser.logInWhereAsked();

            assertThat(browser.page().url()).isEqualTo(LOCAL.url("gateway") + "/api-docs.html?x=1#top");
        }
    }

    @Test
    void thePageIsEnglishForWhoComesFromAnEnglishOne() {
        try (var browser = Browser.of("market-reporter").inEnglish().open()) {
            browser.page().navigate("/login?lang=en");

            assertThat(browser.page().locator("#kc-login").innerText()).isEqualTo("Sign In");
        }
    }

    @Test
    void theGatewayKnowsWhoOneIsAlsoAfterAReloadAndTheBrowserHoldsNoToken() {
        try (var browser = Browser.of("market-reporter").open()) {
            browser.visit("/");
            browser.page().reload();

            assertThat(ask(browser, "GET", "/me").get("text"))
                    .isEqualTo("{\"username\":\"market-reporter\",\"name\":\"赤峰市元宝山区市场监督管理局填报员\",\"dept\":\"market\","
                            + "\"roles\":[\"REPORTER\"]}");
            assertThat(ask(browser, "GET", "/api/collection/listings?size=1").get("status"))
                    .isEqualTo(200);
            var script = browser.page()
                    .evaluate("document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
                    .toString();
            assertThat(script).contains("XSRF-TOKEN").doesNotContain("__Host-jc", "eyJ");
            assertThat(browser.context().cookies(LOCAL.url("gateway")))
                    .filteredOn(cookie -> cookie.name.equals("__Host-jc"))
                    .singleElement()
                    .satisfies(cookie -> {
                        assertThat(cookie.httpOnly).isTrue();
                        assertThat(cookie.secure).isTrue();
                        assertThat(cookie.value).doesNotContain(".");
                    });
        }
    }

    @Test
    void anotherSitesFormChangesNothing() {
        try (var browser = Browser.of("market-reporter").expecting(403, 422).open()) {
            browser.visit("/");

            assertThat(browser.status("POST", "/api/collection/listings")).isEqualTo(403);
            assertThat(browser.status("POST", "/logout")).isEqualTo(403);
            assertThat(ask(browser, "POST", "/api/collection/listings").get("status"))
                    .as("with the header, the service judges it")
                    .isEqualTo(422);
            assertThat(browser.isLoggedIn()).isTrue();
        }
    }

    @Test
    void loggingOutEndsTheSessionAtKeycloakToo() {
        try (var browser = Browser.of("market-reporter").expecting(401).open()) {
            browser.visit("/");

            var answer = ask(browser, "POST", "/logout");

            assertThat(answer.get("status")).isEqualTo(200);
            assertThat(answer.get("location")).isEqualTo("/");
            assertThat(ask(browser, "GET", "/me").get("status")).isEqualTo(401);
            browser.page().navigate("/login");
            assertThat(browser.isAtTheLogin())
                    .as("asked for the password again")
                    .isTrue();
        }
    }

    @Test
    void aLostSessionIsRenewedWithoutAPassword() {
        try (var browser = Browser.of("market-reporter").expecting(401).open()) {
            browser.visit("/");
            browser.context()
                    .clearCookies(
                            new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("__Host-jc"));
            assertThat(ask(browser, "GET", "/api/collection/listings").get("status"))
                    .isEqualTo(401);

            browser.page().navigate("/login?to=/api-docs.html");

            assertThat(browser.page().url()).isEqualTo(LOCAL.url("gateway") + "/api-docs.html");
            assertThat(browser.isLoggedIn()).isTrue();
        }
    }

    @Test
    void aSessionEndedAtKeycloakIsRefusedWithinAMinuteAndTheLogInIsAskedForAgain() {
        try (var browser = Browser.of("tax-approver").expecting(401).open()) {
            browser.visit("/");
            LOCAL.endSessions("tax-approver");

            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> browser.status("GET", "/api/collection/listings") == 401);

            var answer = ask(browser, "GET", "/api/collection/listings");
            assertThat(answer.get("status")).isEqualTo(401);
            assertThat(answer.get("type")).isEqualTo("application/problem+json");
            browser.page().navigate("/login?to=/");
            assertThat(browser.isAtTheLogin()).isTrue();
        }
    }

    @Test
    void aLiveFeedStaysOpenForLongerThanAServiceMayBeSilent() {
        try (var browser = Browser.of("drc-supervisor").open()) {
            browser.visit("/");

            assertThat(browser.page().evaluate("""
                    async () => {
                      const feed = (await fetch('/api/sanction/supervision/stream')).body.getReader()
                      let pieces = 0
                      for (const end = performance.now() + 9000; performance.now() < end; pieces++) {
                        if ((await feed.read()).done) return `ended after ${pieces} pieces`
                      }
                      await feed.cancel()
                      return pieces >= 3 ? 'open' : `${pieces} pieces at once`
                    }""")).isEqualTo("open");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "///evil.example",
                "/%5Cevil.example",
                "/%09/evil.example",
                "/%2F%2Fevil.example",
                "%5C%5Cevil.example",
                "javascript:alert(1)"
            })
    void theLogInLeadsToNoOtherSite(String elsewhere) {
        try (var browser = Browser.of("market-reporter").open()) {
            browser.page().navigate("/login?to=" + elsewhere);
            browser.logInWhereAsked();
            assertThat(browser.page().url()).isEqualTo(LOCAL.url("gateway") + "/");

            browser.page().navigate("/login?to=" + elsewhere);
            assertThat(browser.page().url()).isEqualTo(LOCAL.url("gateway") + "/");
        }
    }

    @Test
    void twoBrowsersOfOnePersonAreTwoSessions() {
        try (var one = Browser.of("market-reporter").open();
                var other = Browser.of("market-reporter").open()) {
            one.visit("/");
            other.visit("/");

            ask(one, "POST", "/logout");

            assertThat(one.isLoggedIn()).isFalse();
            assertThat(other.isLoggedIn()).isTrue();
            assertThat(ask(other, "GET", "/api/collection/listings?size=1").get("status"))
                    .isEqualTo(200);
        }
    }

    @Test
    void whileKeycloakIsAwayPagesLoadTheLogInWaitsAndGoesOnByItself() {
        try (var session = Browser.of("market-reporter").open();
                var visitor = Browser.of("market-approver").expecting(503).open()) {
            session.visit("/");
            LOCAL.stop(LocalSystem.KEYCLOAK);
            try {
                await().until(() -> ask(session, "GET", "/status")
                        .get("text")
                        .toString()
                        .contains("\"keycloak\":\"DOWN\",\"collection\":\"UP\""));
                assertThat(ask(session, "GET", "/me").get("status")).isEqualTo(200);
                assertThat(ask(session, "GET", "/api/collection/list-types").get("status"))
                        .isEqualTo(200);
                assertThat(session.page().navigate("/").status()).isEqualTo(200);
                visitor.page().navigate("/login?to=/api-docs.html");
                assertThat(visitor.page().title()).isEqualTo("暂时无法登录");
                visitor.screenshot("keycloak-away");
            } finally {
                LOCAL.start(LocalSystem.KEYCLOAK);
            }
            visitor.page().waitForURL(url -> url.startsWith(LOGIN_PAGE));
            visitor.logInWhereAsked();
            assertThat(visitor.page().url()).isEqualTo(LOCAL.url("gateway") + "/api-docs.html");
            assertThat(ask(session, "GET", "/api/collection/listings?size=1").get("status"))
                    .as("sessions outlive Keycloak's process")
                    .isEqualTo(200);
        }
    }

    /** As the console asks. */
    private static Map<?, ?> ask(Browser browser, String method, String path) {
        return (Map<?, ?>) browser.page().evaluate("""
                async ([method, path]) => {
                  const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? ''
                  const answer = await fetch(path, {
                    method,
                    headers: { 'X-XSRF-TOKEN': token, 'Content-Type': 'application/json' },
                    ...(method !== 'GET' && { body: '{"listType":"SEVERE-FOOD-DRUG"}' }),
                  })
                  return {
                    status: answer.status,
                    type: answer.headers.get('Content-Type'),
                    location: answer.headers.get('Location'),
                    text: await answer.text(),
                  }
                }""", java.util.List.of(method, path));
    }
}
