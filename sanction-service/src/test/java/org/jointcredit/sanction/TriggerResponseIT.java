package org.jointcredit.sanction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.contract.event.PersonRole.DIRECTOR;
import static org.jointcredit.contract.event.PersonRole.LEGAL_REPRESENTATIVE;
import static org.jointcredit.contract.event.PersonRole.SUPERVISOR;

import java.util.List;
import java.util.stream.Stream;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.Test;

/** P5.1, S3: a listing sets off its notices at every agency; facts, not transitions. */
class TriggerResponseIT extends RunningSanction {

    private static final String[] RESPONSES = Stream.of(
                    "drc",
                    "market",
                    "hrss",
                    "housing",
                    "ecology",
                    "emergency",
                    "transport",
                    "finance",
                    "approval",
                    "trading",
                    "culture",
                    "bank",
                    "court",
                    "tax",
                    "education")
            .map(Topics::response)
            .toArray(String[]::new);

    @Test
    void aSevereListingOfAnOrganisationReachesItsAgenciesAndTheirPersonsOnce() {
        ListingFact fact = facts().severe(
                        "SEVERE-PYRAMID",
                        "MARKET_ORDER",
                        ListingFacts.behind(SUPERVISOR, false),
                        ListingFacts.behind(LEGAL_REPRESENTATIVE, false),
                        ListingFacts.behind(DIRECTOR, true));
        trigger(fact, 1);
        trigger(fact, 1);
        try (TopicReader agencies = SYSTEM.reader(RESPONSES);
                TopicReader feedback = SYSTEM.reader(Topics.FEEDBACK)) {
            // 29 for the organisation; 3 + 2 + 3 for the legal representative; 3 for the director directly responsible
            var issued = agencies.await(40, PATIENCE, of(fact));
            assertThat(types(issued)).containsOnly(EventTypes.NOTICE_ISSUED);
            assertThat(issued.stream().map(record -> TopicReader.header(record, CloudEvents.SUBJECT)))
                    .doesNotHaveDuplicates();
            assertThat(issued).allSatisfy(record -> {
                assertThat(TopicReader.header(record, CloudEvents.SEQUENCE)).isEqualTo("1");
                assertThat(record.value()).doesNotContain("张");
            });
            var changed = feedback.await(1, PATIENCE, of(fact));
            assertThat(types(changed)).containsExactly(EventTypes.ACTION_CHANGED);
        }
    }

    @Test
    void anEndThatArrivesFirstLeavesNothingToIssue() {
        ListingFact fact = facts().severe("SEVERE-PYRAMID", "MARKET_ORDER");
        ListingFact other = facts().severe("SEVERE-PYRAMID", "MARKET_ORDER");
        trigger(facts().ended(fact, EndingReason.EXIT), 2);
        trigger(fact, 1);
        trigger(other, 1);
        try (TopicReader agencies = SYSTEM.reader(RESPONSES)) {
            agencies.await(28, PATIENCE, of(other));
            assertThat(agencies.seen().stream().filter(of(fact))).isEmpty();
        }
    }

    @Test
    void aChangeLiftsAndAddsNoticesOfPersonsAndAnEndLiftsTheRest() {
        var legal = ListingFacts.behind(LEGAL_REPRESENTATIVE, false);
        var successor = ListingFacts.behind(LEGAL_REPRESENTATIVE, false);
        ListingFact fact = facts().severe("SEVERE-FIRE", "LIFE_AND_HEALTH", legal);
        try (TopicReader agencies = SYSTEM.reader(RESPONSES)) {
            trigger(fact, 1);
            int first = agencies.await(36, PATIENCE, of(fact)).size();
            trigger(facts().with(fact, List.of(successor), null), 2);
            var changed = agencies.await(first + 16, PATIENCE, of(fact));
            assertThat(types(changed.subList(first, first + 16)))
                    .containsOnly(EventTypes.NOTICE_LIFTED, EventTypes.NOTICE_ISSUED);
            trigger(facts().with(fact, List.of(legal), null), 3);
            var back = agencies.await(first + 32, PATIENCE, of(fact));
            assertThat(types(back.subList(first + 16, first + 32)).stream()
                            .filter(EventTypes.NOTICE_ISSUED::equals)
                            .count())
                    .isEqualTo(8);
            trigger(facts().ended(facts().with(fact, List.of(legal), null), EndingReason.TERM), 4);
            var ended = agencies.await(first + 32 + first, PATIENCE, of(fact));
            assertThat(types(ended.subList(first + 32, ended.size()))).containsOnly(EventTypes.NOTICE_LIFTED);
            trigger(facts().ended(facts().with(fact, List.of(legal), null), EndingReason.REVOKED), 5);
            // all of them, those lifted earlier included
            var recalled = agencies.await(first + 32 + first + first + 8, PATIENCE, of(fact));
            assertThat(types(recalled.subList(first + 32 + first, recalled.size())))
                    .containsOnly(EventTypes.NOTICE_RECALLED);
        }
    }
}
