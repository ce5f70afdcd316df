package org.jointcredit.sanction.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Hold;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.contract.event.PersonRole;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.time.WorkingDays;
import org.jointcredit.sanction.ListingFacts;
import org.jointcredit.sanction.measure.DeadlineLaw;
import org.jointcredit.sanction.measure.Measures;
import org.jointcredit.sanction.rule.RuleSets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** S3, S5: notices follow the facts that their action keeps, whatever the order in which the facts came. */
class AlignmentTest {

    private static final Instant NOW = Instant.parse("2026-09-21T02:00:00Z");
    private static final ActionHold OBJECTION = hold("objection-1", null, null);

    private final ListingFacts facts = new ListingFacts(null);
    private final Terms terms = new Terms(DeadlineLaw.shipped(), WorkingDays.shipped(), Departments.load());
    private final Planner planner = new Planner(RuleSets.shipped(), Measures.shipped(), terms);

    @Test
    void aNewActionIssuesEachPlannedNoticeWithItsDeadlines() {
        var flow = new Flow(facts.severe("SEVERE-FIRE", "LIFE_AND_HEALTH"));
        flow.listing(flow.fact, 1);
        assertThat(flow.sent).hasSize(28).allMatch(EventTypes.NOTICE_ISSUED::equals);
        assertThat(flow.notices.values()).allSatisfy(notice -> {
            assertThat(notice.owes()).isEqualTo(Owes.RECEIPT);
            // 2026-09-21 is a Monday; 25 September is a holiday, 20 September was a working Sunday
            assertThat(notice.term().dueReceive()).isEqualTo(LocalDate.of(2026, 9, 23));
            assertThat(notice.term().dueExecute()).isEqualTo(LocalDate.of(2026, 10, 12));
            assertThat(notice.dueNow()).isEqualTo(notice.term().dueReceive());
        });
    }

    @Test
    void aHoldKnownBeforeItsListingSendsNothingUntilItEnds() {
        var flow = new Flow(facts.severe("SEVERE-FIRE", "LIFE_AND_HEALTH"));
        flow.hold(List.of(OBJECTION));
        flow.listing(flow.fact, 1);
        assertThat(flow.sent).isEmpty();
        assertThat(flow.notices.values()).allSatisfy(notice -> {
            assertThat(notice.legal()).isEqualTo(Legal.SUSPENDED);
            assertThat(notice.owes()).isEqualTo(Owes.NONE);
            assertThat(notice.standing().issuedAt()).isNull();
        });
        flow.hold(List.of());
        assertThat(flow.sent).hasSize(28).allMatch(EventTypes.NOTICE_ISSUED::equals);
    }

    @Test
    void severalHoldsAreResumedOnceWhenTheLastEndsAndNoticesSayWhichAreOn() {
        var flow = new Flow(facts.severe("SEVERE-FIRE", "LIFE_AND_HEALTH"));
        var other = hold("objection-2", null, null);
        flow.listing(flow.fact, 1);
        flow.sent.clear();
        flow.hold(List.of(OBJECTION));
        flow.hold(List.of(OBJECTION, other));
        assertThat(flow.notices.values())
                .allSatisfy(notice ->
                        assertThat(notice.standing().holds()).containsExactly(OBJECTION.hold(), other.hold()));
        flow.hold(List.of(other));
        assertThat(flow.sent).hasSize(28).containsOnly(EventTypes.NOTICE_SUSPENDED);
        flow.hold(List.of());
        assertThat(flow.sent.subList(28, flow.sent.size())).hasSize(28).containsOnly(EventTypes.NOTICE_RESUMED);
        assertThat(flow.notices.values()).allSatisfy(notice -> {
            assertThat(notice.standing().holds()).isEmpty();
            assertThat(notice.standing().suspensions()).hasSize(1);
        });
    }

    @Test
    void aHoldReachesTheMeasuresThatItsObjectionTouchesAndNoOthers() {
        var person = ListingFacts.behind(PersonRole.LEGAL_REPRESENTATIVE, false);
        var flow = new Flow(facts.severe("SEVERE-FIRE", "LIFE_AND_HEALTH", person));
        flow.listing(flow.fact, 1);
        flow.hold(List.of(hold("objection-1", null, person.subject())));
        assertThat(flow.notices.values())
                .allSatisfy(notice -> assertThat(notice.legal() == Legal.SUSPENDED)
                        .isEqualTo(notice.imposed().subject().id().equals(person.subject())));

        String one = flow.notices.keySet().iterator().next();
        flow.hold(List.of(hold("objection-1", one, null)));
        assertThat(flow.notices.values())
                .allSatisfy(notice -> assertThat(notice.legal() == Legal.SUSPENDED)
                        .isEqualTo(notice.id().equals(one)));
    }

    @Test
    void aListingThatEndsBehindAHoldIsNeverSent() {
        var flow = new Flow(facts.severe("SEVERE-FIRE", "LIFE_AND_HEALTH"));
        flow.hold(List.of(OBJECTION));
        flow.listing(flow.fact, 1);
        flow.listing(facts.ended(flow.fact, EndingReason.REVOKED), 2);
        flow.hold(List.of());
        assertThat(flow.sent).isEmpty();
        assertThat(flow.notices.values()).allMatch(notice -> notice.legal() == Legal.RECALLED);
    }

    @Test
    void alignedTwiceChangesNothingTheSecondTime() {
        var flow = new Flow(facts.severe("SEVERE-FIRE", "LIFE_AND_HEALTH"));
        flow.listing(flow.fact, 1);
        flow.listing(flow.fact, 1);
        flow.align();
        assertThat(flow.sent).hasSize(28);
    }

    @Test
    void whatIsOwedAgainByAReportHasItsDaysFromThatReportOnS4() {
        var flow = new Flow(facts.severe("SEVERE-FIRE", "LIFE_AND_HEALTH"));
        flow.listing(flow.fact, 1);
        Notice issued = flow.notices.values().iterator().next();
        var later = terms.from(LocalDate.of(2026, 11, 25));

        Notice received = issued.reported(AgencyState.RECEIVED, Set.of(), NOW, later);
        assertThat(received.dueNow()).isEqualTo(issued.term().dueExecute());

        Notice executed = received.reported(AgencyState.EXECUTED, Set.of(), NOW, later);
        Notice released = executed.reported(AgencyState.RELEASED, Set.of(), NOW, later);
        assertThat(released.owes()).isEqualTo(Owes.EXECUTION);
        assertThat(released.dueNow())
                .isEqualTo(later.execute().date())
                .isEqualTo(released.term().dueExecute());
    }

    @Test
    void whileSuspendedNothingButThePauseIsDueAndTheDeadlinesStartAgainAtResumptionS5() {
        var flow = new Flow(facts.severe("SEVERE-FIRE", "LIFE_AND_HEALTH"));
        flow.listing(flow.fact, 1);
        Notice issued = flow.notices.values().iterator().next();
        var deadlines = terms.from(LocalDate.of(2026, 9, 21));

        Notice suspended = issued.moved(Legal.SUSPENDED, NOW, List.of(OBJECTION.hold()), deadlines);
        assertThat(suspended.owes()).isEqualTo(Owes.PAUSE);
        assertThat(suspended.dueNow()).isEqualTo(deadlines.pause().date());

        Notice paused = suspended.reported(AgencyState.PAUSED, Set.of(), NOW, deadlines);
        assertThat(paused.owes()).isEqualTo(Owes.NONE);
        assertThat(paused.dueNow()).isNull();
        assertThat(paused.alertOn()).isNull();

        var later = terms.from(LocalDate.of(2026, 11, 25));
        Notice resumed = paused.resumed(Instant.parse("2026-11-25T02:00:00Z"), later);
        assertThat(resumed.owes()).isEqualTo(Owes.EXECUTION);
        assertThat(resumed.dueNow()).isEqualTo(later.execute().date());
        assertThat(resumed.term().dueReceive()).isEqualTo(later.receive().date());
    }

    @Test
    void afterAnyHistoryEveryNoticeIsWhatTheLastFactsSay() {
        long seed = System.nanoTime();
        for (int run = 0; run < 300; run++) {
            var random = new Random(seed + run);
            var person = ListingFacts.behind(PersonRole.LEGAL_REPRESENTATIVE, false);
            var flow = new Flow(facts.severe("SEVERE-WAGES", "MARKET_ORDER", person));
            long newest = 0;
            ListingFact last = flow.fact;
            boolean everEnded = false;
            for (int step = 0; step < 12; step++) {
                switch (random.nextInt(4)) {
                    case 0 -> {
                        ListingFact next = everEnded
                                ? facts.ended(last, EndingReason.REVOKED)
                                : facts.with(last, random.nextBoolean() ? List.of(person) : List.of(), null);
                        long seq = 1 + random.nextInt(20);
                        if (seq > newest) {
                            newest = seq;
                            last = next;
                        }
                        flow.listing(next, seq);
                    }
                    case 1 -> flow.hold(any(random, flow.fact.listing(), person.subject()));
                    case 2 -> flow.report(random);
                    default -> {
                        if (newest > 0 && random.nextInt(3) == 0) {
                            everEnded = true;
                            newest++;
                            last = facts.ended(last, EndingReason.EXIT);
                            flow.listing(last, newest);
                        }
                    }
                }
            }
            flow.check("seed " + seed + ", run " + run);
        }
    }

    private static List<ActionHold> any(Random random, String action, String person) {
        return List.of(
                        OBJECTION,
                        hold("objection-2", null, person),
                        hold("objection-3", action + ":S-POST-LIMIT:hrss:" + person, null))
                .stream()
                .filter(_ -> random.nextInt(3) == 0)
                .toList();
    }

    private static ActionHold hold(String owner, @Nullable String notice, @Nullable String subject) {
        return new ActionHold(new Hold(owner, "OBJECTION", NOW), notice, subject);
    }

    /** One action and its notices, moved as the service moves them; agencies hear what is sent. */
    private final class Flow {
        private final ListingFact fact;
        private @Nullable JointAction action;
        private List<ActionHold> holds = List.of();
        private final Map<String, Notice> notices = new TreeMap<>();
        private final List<String> sent = new ArrayList<>();
        private final Map<String, String> lastHeard = new HashMap<>();

        private Flow(ListingFact fact) {
            this.fact = fact;
        }

        private void listing(ListingFact listing, long seq) {
            var law = planner.inForce(LocalDate.of(2026, 9, 21));
            if (action == null) {
                action = JointAction.opened(listing, seq, Map.of(), law, planner.plan(listing, law), NOW)
                        .held(holds);
            } else if (seq > action.listingSeq()) {
                action = action.listingNow(listing, seq, Map.of(), planner.plan(listing, action.law()));
            }
            align();
        }

        private void hold(List<ActionHold> now) {
            holds = now;
            if (action != null) {
                action = action.held(holds);
                align();
            }
        }

        private void align() {
            if (action == null) {
                return;
            }
            for (NoticeChange change : planner.align(action, notices, NOW, false)) {
                var notice = change.notice();
                notices.put(notice.id(), notice.at(notice.seq() + 1));
                change.steps().stream().filter(step -> step.to() != null).forEach(step -> {
                    sent.add(step.type());
                    lastHeard.put(notice.id(), step.type());
                });
            }
        }

        private void report(Random random) {
            var reports = AgencyState.values();
            notices.replaceAll((_, notice) -> notice.reported(
                    reports[random.nextInt(reports.length)], Set.of(), NOW, terms.from(LocalDate.of(2026, 9, 21))));
        }

        private void check(String seed) {
            if (action == null) {
                assertThat(notices).as(seed).isEmpty();
                return;
            }
            for (PlannedNotice planned : action.plan()) {
                Notice notice = notices.get(planned.id());
                Legal legal = action.legal(planned);
                if (notice == null) {
                    assertThat(legal).as(seed).isIn(Legal.ENDED, Legal.RECALLED);
                    continue;
                }
                assertThat(notice.legal()).as(seed).isEqualTo(legal);
                assertThat(notice.dueNow() == null).as(seed).isEqualTo(notice.owes() == Owes.NONE);
                assertThat(notice.standing().holds())
                        .as(seed)
                        .isEqualTo(legal == Legal.SUSPENDED ? action.holdsOn(planned) : List.of());
                if (notice.wasIssued()) {
                    assertThat(orderOf(lastHeard.get(notice.id()))).as(seed).isEqualTo(legal);
                } else {
                    assertThat(lastHeard).as(seed).doesNotContainKey(notice.id());
                }
            }
        }

        private Legal orderOf(@Nullable String type) {
            return switch (String.valueOf(type)) {
                case EventTypes.NOTICE_ISSUED, EventTypes.NOTICE_RESUMED -> Legal.IN_FORCE;
                case EventTypes.NOTICE_SUSPENDED -> Legal.SUSPENDED;
                case EventTypes.NOTICE_LIFTED -> Legal.ENDED;
                case EventTypes.NOTICE_RECALLED -> Legal.RECALLED;
                default -> throw new AssertionError("never told: " + type);
            };
        }
    }
}
