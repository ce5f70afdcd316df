package org.jointcredit.sanction.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.sanction.RunningSanction;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was told of joint actions can be learned anew: from its owner, as it was told last (architecture: read models). */
class ActionSnapshotIT extends RunningSanction {
    private static final String SNAPSHOT = "/api/sanction/actions/snapshot";

    @Test
    void ofEachActionTheLastEventIsReadAsItWasSent() {
        ListingFact fact = facts().severe("SEVERE-PYRAMID", "MARKET_ORDER");
        try (TopicReader feedback = SYSTEM.reader(Topics.FEEDBACK)) {
            trigger(fact, 1);
            feedback.await(1, PATIENCE, of(fact));
            trigger(facts().ended(fact, EndingReason.EXIT), 2);
            var last = feedback.await(2, PATIENCE, of(fact)).getLast();

            JsonNode page =
                    json(as("svc-disclosure").get().uri(SNAPSHOT).retrieve().body(String.class));

            assertThat(page.at("/events")
                            .valueStream()
                            .filter(event -> event.at("/aggregate").asString().equals(fact.listing())))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.at("/data").asString()).isEqualTo(last.value());
                        assertThat(event.at("/sequence").asString())
                                .isEqualTo(TopicReader.header(last, CloudEvents.SEQUENCE));
                    });
        }
    }

    @Test
    void itIsForOurServicesOnly() {
        for (String who : new String[] {"sys-tax", "tax-implementer", "drc-supervisor", "citizen-li"}) {
            assertThat(as(who).get()
                            .uri(SNAPSHOT)
                            .retrieve()
                            .toBodilessEntity()
                            .getStatusCode()
                            .value())
                    .as(who)
                    .isEqualTo(403);
        }
    }
}
