package org.jointcredit.acceptance;

import static org.jointcredit.acceptance.House.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jointcredit.local.LocalSystem;
import org.junit.jupiter.api.Test;

/**
 * Architecture, "Nothing lost, nothing doubled": while listings flow in, every process of ours, then the broker, then
 * the database is killed with SIGKILL at a moment nobody chose, and started again.
 */
class KillIT {
    private static final List<String> SERVICES =
            List.of("collection", "sanction", "disclosure", "objection", "gateway");
    private static final Duration MOMENT = Duration.ofMinutes(3);

    @Test
    void afterEveryKillEachAcceptedListingHasExactlyItsNotices() {
        long seed = Long.getLong("jointcredit.seed", System.nanoTime());
        int size = Flow.isLong() ? 2_000 : 300;
        System.out.println("KillIT: " + size + " listings, -Djointcredit.seed=" + seed);
        var random = new Random(seed);
        var victims = victims(random, Flow.isLong() ? 3 : 1);
        int share = size / (victims.size() + 1);
        try (var flow = new Flow(seed, size)) {
            for (int i = 0; i < victims.size(); i++) {
                var victim = victims.get(i);
                int moment = i * share + random.nextInt(share);
                flow.release(share);
                eventually(
                        MOMENT, moment + " listings sent before " + victim + " is killed", () -> flow.sent() >= moment);
                Flow.local().kill(victim);
                Flow.local().start(victim);
            }
            flow.release(size);
            flow.awaitTheEnd(Flow.patience(size));
            flow.everyListingHasExactlyItsNotices();
            flow.everyTopicHoldsEachNoticesEventsInOrder();
            flow.nothingWasAppliedTwice();
            flow.nothingGoodWasPutAside();
            flow.theFiguresAreThoseOfARecount();
        }
    }

    private static List<String> victims(Random random, int rounds) {
        var victims = new ArrayList<String>();
        for (int round = 0; round < rounds; round++) {
            var services = new ArrayList<>(SERVICES);
            Collections.shuffle(services, random);
            victims.addAll(services);
            victims.add(LocalSystem.KAFKA);
            victims.add(LocalSystem.MONGODB);
        }
        return victims;
    }
}
