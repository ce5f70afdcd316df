package org.jointcredit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.acceptance.Story.eventually;
import static org.jointcredit.acceptance.Story.marks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jointcredit.acceptance.Story.Listed;
import org.jointcredit.contract.event.EventTypes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * One story from a penalty in a department's file to a measure at an agency, to an objection that stops it everywhere, to
 * a decision that everyone sees (O1–O3, O5, O6, O9, S5, D9).
 */
class RemedyStoryIT {
    private static final List<String> SERVICES =
            List.of("collection", "sanction", "disclosure", "objection", "gateway");
    /** Fewer than the story has. */
    private static final int MOMENTS = 50;

    @Test
    void fromAPenaltyToADecisionThatEveryoneSees() {
        try (var story = new Story(() -> {})) {
            tell(story);
        }
    }

    @Test
    void whateverIsKilledOnTheWayItEndsTheSame() {
        long seed = Long.getLong("jointcredit.seed", System.nanoTime());
        System.out.println("RemedyStoryIT: -Djointcredit.seed=" + seed);
        try (var killings = new Killings(new Random(seed));
                var story = new Story(killings::moment)) {
            tell(story);
            assertThat(killings.victims()).containsExactlyInAnyOrderElementsOf(SERVICES);
        }
    }

    private static void tell(Story story) {
        var company = story.company();
        var another = story.company();
        story.agentOf(company);

        // the market bureau has punished two companies, one of them twice, and sends a file
        List<String> penalties = story.penalties(company, company, another);
        anObjectionIsUpheld(story, company, penalties.get(0));
        twoObjectionsAreRejected(story, company, penalties.get(1));
        aListingEndsByExit(story, company);
        story.agentOf(another);
        aRecordIsRepaired(story, penalties.get(2));
        assertThat(story.putAside()).isEmpty();
    }

    private static void anObjectionIsUpheld(Story story, Story.Company company, String penalty) {
        // the bureau lists the company for what it did, and two agencies apply what that sets off
        Listed listed = story.listed("一", "SEVERE-FOOD-DRUG", company, penalty);
        String trading = story.notice(listed, "S-TRADING-LIMIT", "trading");
        String approval = story.notice(listed, "S-LICENCE-STRICT", "approval");
        story.reports("trading", trading, "execution");
        story.reports("approval", approval, "execution");
        assertThat(story.mayBid(company)).isFalse();

        // the company looks itself up and sees who looked
        String matter = story.lookedUpBy("market-implementer", company);
        eventually("what the company reads of itself", () -> {
            assertThat(marks(story.agentReads("listings", listed.id()))).isEmpty();
            assertThat(story.agentReads("records", penalty).path("state").asString())
                    .isEqualTo("PUBLISHED");
            assertThat(story.agentReads("disclosure/me/accesses").toString()).contains(matter, "market");
        });
        String subject = story.agentReads("disclosure/me").at("/subject/id").asString();

        // it objects, and everything stands still
        var objection = story.objectsTo("LISTING", listed.id());
        assertThat(objection.answer().path("state").asString()).isEqualTo("RECEIVED");
        assertThat(objection.answer().path("holds")).as("placed at once").isNotEmpty();
        eventually(
                "no check names the measure",
                () -> assertThat(story.mayBid(company)).isTrue());
        eventually(
                "every agency is told",
                () -> assertThat(story.told(listed.id(), EventTypes.NOTICE_SUSPENDED))
                        .hasSize(listed.size()));
        eventually(
                "every agency owes a pause",
                () -> assertThat(story.notices(listed)).hasSize(listed.size()).allSatisfy(notice -> {
                    assertThat(notice.path("legal").asString()).isEqualTo("SUSPENDED");
                    assertThat(notice.path("owes").asString()).isEqualTo("PAUSE");
                }));
        eventually("the mark", () -> {
            assertThat(marks(story.agentReads("listings", listed.id()))).containsExactly("UNDER_OBJECTION");
            assertThat(marks(story.everybodyReads(subject, "listings", listed.id())))
                    .containsExactly("UNDER_OBJECTION");
        });
        story.reports("trading", trading, "pause");
        story.reports("approval", approval, "pause");
        eventually(
                "what the two owe",
                () -> assertThat(owed(story, listed, trading, approval)).containsOnly("NONE"));

        // the bureau finds it wrong, the credit office upholds: recalled, and undone by the two
        story.verifies("market-reporter", objection, "WRONG");
        story.decides("drc-office", objection, "UPHELD");
        eventually("the revocation", () -> {
            var listing = story.read("market-reporter", "collection/listings/" + listed.id());
            assertThat(listing.at("/ended/reason").asString()).isEqualTo("REVOKED");
        });
        eventually(
                "every notice recalled",
                () -> assertThat(story.notices(listed))
                        .extracting(notice -> notice.path("legal").asString())
                        .containsOnly("RECALLED"));
        assertThat(story.told(listed.id(), EventTypes.NOTICE_RESUMED))
                .as("not for a moment in force again")
                .isEmpty();
        assertThat(owed(story, listed, trading, approval)).containsOnly("UNDOING");
        eventually(
                "what is still missing",
                () -> assertThat(propagation(story, objection).path("complete").asBoolean(true))
                        .isFalse());
        story.reports("trading", trading, "undoing");
        story.reports("approval", approval, "undoing");
        eventually("that nothing is missing", () -> {
            assertThat(story.notices(listed))
                    .extracting(notice -> notice.path("owes").asString())
                    .containsOnly("NONE");
            assertThat(propagation(story, objection).path("complete").asBoolean())
                    .isTrue();
        });
        eventually("that everyone sees it", () -> {
            assertThat(marks(story.agentReads("listings", listed.id()))).containsExactly("CORRECTED");
            assertThat(story.everybodyReads(subject, "listings", listed.id()).isMissingNode())
                    .isTrue();
        });
        assertThat(story.mayBid(company)).isTrue();
    }

    /** The listing itself, and the record it rests on. */
    private static void twoObjectionsAreRejected(Story story, Story.Company company, String penalty) {
        Listed second = story.listed("二", "SEVERE-FALSE-AD", company, penalty);
        var ofListing = story.objectsTo("LISTING", second.id());
        var ofRecord = story.objectsTo("RECORD", penalty);
        allAre(story, second, "SUSPENDED");
        story.verifies("market-reporter", ofListing, "CONFIRMED");
        story.decides("drc-office", ofListing, "REJECTED");
        eventually(
                "the first decision",
                () -> assertThat(story.read("drc-office", ofListing.path())
                                .path("outcome")
                                .asString())
                        .isEqualTo("REJECTED"));
        eventually(
                "that one hold is left",
                () -> assertThat(story.notices(second)).allSatisfy(notice -> {
                    assertThat(notice.path("legal").asString()).isEqualTo("SUSPENDED");
                    assertThat(notice.path("holds")).hasSize(1);
                }));
        story.verifies("market-reporter", ofRecord, "CONFIRMED");
        story.decides("drc-office", ofRecord, "REJECTED");
        allAre(story, second, "IN_FORCE");
        eventually(
                "one resumption of each",
                () -> assertThat(story.timesTold(second.id(), EventTypes.NOTICE_RESUMED))
                        .hasSize(second.size())
                        .allSatisfy((_, times) -> assertThat(times).isEqualTo(1)));
        eventually("that no mark is left", () -> {
            assertThat(marks(story.agentReads("listings", second.id()))).isEmpty();
            assertThat(marks(story.agentReads("records", penalty))).isEmpty();
        });
        assertThat(story.mayBid(company)).isFalse();
    }

    /** What nobody applied nobody has to release. */
    private static void aListingEndsByExit(Story story, Story.Company company) {
        Listed third = story.listed("三", "SEVERE-CONSUMER", company);
        var exit = story.asksForExit(third);
        story.decides("market-approver", exit, "GRANTED");
        allAre(story, third, "ENDED");
        assertThat(story.notices(third))
                .extracting(notice -> notice.path("owes").asString())
                .containsOnly("NONE");
        assertThat(story.read("market-reporter", "collection/listings/" + third.id())
                        .at("/ended/reason")
                        .asString())
                .isEqualTo("EXIT");
    }

    /** The other company made good what it did, and stands on no list. */
    private static void aRecordIsRepaired(Story story, String penalty) {
        var repair = story.asksForRepair(penalty);
        story.decides("market-approver", repair, "GRANTED");
        eventually("the repair", () -> {
            assertThat(marks(story.agentReads("records", penalty))).containsExactly("REPAIRED");
            assertThat(story.read("market-reporter", "collection/records/" + penalty)
                            .path("repairedOn")
                            .asString())
                    .isNotEmpty();
        });
    }

    private static void allAre(Story story, Listed listed, String legal) {
        eventually(
                "all of them " + legal,
                () -> assertThat(story.notices(listed))
                        .hasSize(listed.size())
                        .extracting(notice -> notice.path("legal").asString())
                        .containsOnly(legal));
    }

    private static List<String> owed(Story story, Listed listed, String... notices) {
        return story.notices(listed).stream()
                .filter(notice -> List.of(notices).contains(notice.path("id").asString()))
                .map(notice -> notice.path("owes").asString())
                .toList();
    }

    private static JsonNode propagation(Story story, Story.Opened opened) {
        return story.agentReads(opened.path() + "/propagation");
    }

    /** Each service is killed once, before or after a command that the seed chose, and started while the story goes on. */
    private static final class Killings implements AutoCloseable {
        private final Map<Integer, String> moments = new HashMap<>();
        private final AtomicInteger now = new AtomicInteger();
        private final List<String> killed = new ArrayList<>();
        private Thread starting = Thread.ofVirtual().unstarted(() -> {});

        Killings(Random random) {
            var order = new ArrayList<>(SERVICES);
            Collections.shuffle(order, random);
            while (moments.size() < order.size()) {
                moments.putIfAbsent(random.nextInt(MOMENTS), order.get(moments.size()));
            }
        }

        synchronized void moment() {
            String victim = moments.get(now.getAndIncrement());
            if (victim != null) {
                awaitTheStart();
                Flow.local().kill(victim);
                killed.add(victim);
                starting = Thread.ofPlatform().start(() -> Flow.local().start(victim));
            }
        }

        List<String> victims() {
            return killed;
        }

        private void awaitTheStart() {
            try {
                starting.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            awaitTheStart();
        }
    }
}
