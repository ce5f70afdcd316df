package org.jointcredit.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/// Issue 4, 8: one service that hangs does not take the door with it.
@TestPropertySource(
        properties = {
            "spring.http.clients.read-timeout=1s",
            "jointcredit.gateway.connections-per-service=20",
            "jointcredit.gateway.breaker.window=6",
            "jointcredit.gateway.breaker.open=500ms"
        })
class HangingServiceTest extends RunningGateway {
    private static final int HANG = 4_000;

    @BeforeEach
    void allIsWell() {
        COLLECTION.stubFor(any(anyUrl()).willReturn(ok()));
        SANCTION.stubFor(any(anyUrl()).willReturn(ok()));
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            for (var i = 0; i < 6; i++) { // a whole window of good answers
                if (collection().statusCode() != 200) {
                    return false;
                }
            }
            return true;
        });
    }

    @Test
    void aServiceThatDoesNotAnswerInTimeIs504() {
        COLLECTION.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(HANG)));

        var answer = collection();

        assertThat(answer.statusCode()).isEqualTo(504);
        assertProblem(answer);
    }

    @Test
    void aServiceThatIsNotThereIs503WithRetryAfter() {
        COLLECTION.stubFor(any(anyUrl()).willReturn(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        var answer = collection();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertProblem(answer);
    }

    @Test
    void whileOneHangsTheOtherAnswersAsQuicklyAsBefore() throws Exception {
        COLLECTION.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(HANG)));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var hanging = new ArrayList<Future<HttpResponse<String>>>();
            for (var i = 0; i < 60; i++) { // three times the connections it has
                hanging.add(callers.submit(this::collection));
            }
            var millis = new ArrayList<Long>();
            for (var i = 0; i < 200; i++) {
                var start = System.nanoTime();
                assertThat(send(identified("/api/sanction/notices")).statusCode())
                        .isEqualTo(200);
                millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
            }
            millis.sort(null);

            assertThat(millis.get(189)).as("p95 in ms of %s", millis).isLessThan(300);
            for (var call : hanging) {
                assertThat(call.get().statusCode()).isIn(503, 504);
            }
        }
    }

    @Test
    void theBreakerOpensThenTriesAndClosesAgain() {
        COLLECTION.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(HANG)));
        await("open").atMost(Duration.ofSeconds(30)).until(() -> collection().statusCode() == 503);

        var start = System.nanoTime();
        COLLECTION.resetRequests();
        var answer = collection();
        if (COLLECTION.getAllServeEvents().isEmpty()) { // still open, as it should be within its 500 ms
            assertThat(answer.statusCode()).isEqualTo(503);
            assertProblem(answer);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }

        await("half open, and hanging still: a trial is let through and times out")
                .atMost(Duration.ofSeconds(30))
                .until(() -> collection().statusCode() == 504);
        await("open again")
                .atMost(Duration.ofSeconds(30))
                .until(() -> collection().statusCode() == 503);

        COLLECTION.stubFor(any(anyUrl()).willReturn(ok()));
        await("closed").atMost(Duration.ofSeconds(30)).until(() -> collection().statusCode() == 200);
        for (var i = 0; i < 20; i++) {
            assertThat(collection().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatAServiceAnswersItselfNeverOpensTheBreaker() {
        for (var status : new int[] {500, 503, 504, 422}) {
            COLLECTION.stubFor(any(anyUrl()).willReturn(status(status).withBody("its own")));
            for (var i = 0; i < 12; i++) {
                var answer = collection();
                assertThat(answer.statusCode()).isEqualTo(status);
                assertThat(answer.body()).isEqualTo("its own");
            }
        }
    }

    @Test
    void anAnswerMayTakeLongerThanTheTimeoutAsLongAsItMoves() {
        COLLECTION.stubFor(
                any(anyUrl()).willReturn(ok("0123456789".repeat(1_000)).withChunkedDribbleDelay(6, 2_000)));

        assertThat(collection().body()).hasSize(10_000);
    }

    private HttpResponse<String> collection() {
        return send(identified("/api/collection/listings"));
    }

    private static void assertProblem(HttpResponse<String> answer) {
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "Retry-After")).isEqualTo("1");
        assertThat(answer.body()).contains("\"status\":" + answer.statusCode(), "/api/collection/listings");
    }
}
