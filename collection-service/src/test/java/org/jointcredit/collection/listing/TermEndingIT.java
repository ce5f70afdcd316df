package org.jointcredit.collection.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.collection.Bodies.listing;
import static org.jointcredit.collection.Bodies.with;

import java.time.LocalDate;
import org.jointcredit.collection.Bodies;
import org.jointcredit.collection.RunningCollection;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.Test;

/** A listing past its last day is ended by collection itself (P5.7; interfaces: bodies). */
class TermEndingIT extends RunningCollection {
    @Test
    void theDayAfterItsLastDayAListingIsEndedWithReasonTerm() {
        try (TopicReader trigger = SYSTEM.reader(Topics.TRIGGER)) {
            LocalDate last = clock.today();
            String over = submit("sys-market", with(listing(last), body -> body.put("until", last.toString())))
                    .text("/id");
            String longer = submit("sys-market", listing(last)).text("/id");

            Reply moved = post(
                    "drc-admin",
                    "/actuator/businessclock",
                    Bodies.json("{}").put("date", last.plusDays(1).toString()));

            assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
            var facts = trigger.await(2, PATIENCE, about(over));
            assertThat(type(facts.getLast())).isEqualTo(EventTypes.LISTING_ENDED);
            assertThat(facts.getLast().value()).contains("\"reason\":\"TERM\"", "\"on\":\"" + last.plusDays(1) + "\"");
            Reply ended = get("market-reporter", "/api/collection/listings/" + over);
            assertThat(ended.text("/state")).isEqualTo("ENDED");
            assertThat(ended.text("/journal/1/by")).isEqualTo("collection-service");
            assertThat(get("market-reporter", "/api/collection/listings/" + longer)
                            .text("/state"))
                    .isEqualTo("PUBLISHED");
        }
    }
}
