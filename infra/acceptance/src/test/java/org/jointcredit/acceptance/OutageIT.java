package org.jointcredit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jointcredit.local.LocalSystem;
import org.junit.jupiter.api.Test;

/** Kafka or MongoDB away for 30 s while listings come in: the promise is kept or not given. */
class OutageIT {
    private static final Duration OUTAGE = Duration.ofSeconds(Flow.isLong() ? 120 : 30);
    private static final int SIZE = Flow.isLong() ? 500 : 120;
    private static final long EVERY_MILLIS = OUTAGE.toMillis() * 2 / SIZE;

    @Test
    void whileTheBrokerOrTheDatabaseIsAwayAListingIsTakenForGoodOrRefusedForNow() {
        long seed = Long.getLong("jointcredit.seed", System.nanoTime());
        System.out.println("OutageIT: -Djointcredit.seed=" + seed);
        try (var flow = new Flow(seed, SIZE)) {
            without(LocalSystem.KAFKA, flow);
            without(LocalSystem.MONGODB, flow);
            flow.release(SIZE);
            flow.awaitTheEnd(Flow.patience(SIZE));
            assertThat(flow.connectionsLost()).isZero();
            assertThat(flow.refusals()).isNotEmpty().allSatisfy(answer -> {
                assertThat(answer.status()).as(answer.text()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).matches("[0-9]+");
                assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            });
            flow.everyListingHasExactlyItsNotices();
            flow.everyTopicHoldsEachNoticesEventsInOrder();
            flow.nothingWasAppliedTwice();
            flow.nothingGoodWasPutAside();
        }
    }

    /** Half of the listings come in while it is away. */
    private static void without(String part, Flow flow) {
        Flow.local().stop(part);
        int before = flow.answered();
        try (var steady = Executors.newSingleThreadScheduledExecutor()) {
            steady.scheduleAtFixedRate(() -> flow.release(1), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
            await(part + " is away")
                    .pollDelay(OUTAGE)
                    .atMost(OUTAGE.plusSeconds(10))
                    .until(() -> true);
            steady.shutdownNow();
        }
        assertThat(flow.answered())
                .as("REST answers while " + part + " is away")
                .isGreaterThan(before);
        Flow.local().start(part);
    }
}
