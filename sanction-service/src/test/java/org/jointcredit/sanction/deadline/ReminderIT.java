package org.jointcredit.sanction.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jointcredit.sanction.QueryPlan.stages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.time.WorkingDays;
import org.jointcredit.sanction.action.DeadlineTerms;
import org.jointcredit.sanction.action.NoticeStore;
import org.jointcredit.sanction.action.Terms;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** S4, P5.9: an agency is reminded before and called late after each due date, once, and only of what is still true. */
class ReminderIT extends RunningDeadlines {

    private static final WorkingDays DAYS = WorkingDays.shipped();

    @Autowired
    private NoticeStore store;

    @Autowired
    private Terms terms;

    @Autowired
    private Relay noticeRelay;

    @Test
    void anAgencyIsRemindedBeforeAndCalledLateAfterEachDueDateAsEventAndInTheTimeline() {
        ListingFact fact = listed();
        JsonNode issued = notice(fact, "trading");
        String id = issued.path("id").asString();
        LocalDate receive = day(issued, "dueNow");
        LocalDate execute = day(issued, "dueExecute");
        try (TopicReader trading = SYSTEM.reader(Topics.response("trading"))) {
            letItBe(DAYS.before(receive, 1));
            var reminded = told(trading, id, EventTypes.NOTICE_REMINDED, 1);
            assertThat(reminded.path("owes").asString()).isEqualTo("RECEIPT");
            assertThat(day(reminded, "due")).isEqualTo(receive);
            assertThat(reminded.has("daysLate")).isFalse();
            assertThat(notice(id).path("remindedAt").asString()).isNotEmpty();
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(notices(fact, "&alert=REMINDED")).hasSize(NOTICES));

            letItBe(receive.plusDays(1));
            var overdue = told(trading, id, EventTypes.NOTICE_OVERDUE, 1);
            assertThat(day(overdue, "due")).isEqualTo(receive);
            assertThat(overdue.path("daysLate").asInt()).isEqualTo(1);
            assertThat(overdue.has("subject")).isFalse();
            assertThat(notice(id).path("escalatedAt").asString()).isNotEmpty();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(notices(fact, "&alert=OVERDUE"))
                            .extracting(notice -> notice.path("agency").asString())
                            .hasSize(NOTICES - 1)
                            .doesNotContain("bank"));

            report("trading", id, "receipt");
            JsonNode received = notice(id);
            assertThat(day(received, "dueNow")).isEqualTo(execute);
            assertThat(received.hasNonNull("remindedAt")).isFalse();
            assertThat(received.hasNonNull("escalatedAt")).isFalse();

            letItBe(execute.plusDays(5));
            assertThat(told(trading, id, EventTypes.NOTICE_OVERDUE, 2)
                            .path("daysLate")
                            .asInt())
                    .isEqualTo(5);
            assertThat(said(notice(id)))
                    .as("days that went by at once: nobody is reminded of what is late already")
                    .containsExactly("notice-reminded", "notice-overdue", "notice-overdue");
            assertThat(notices(fact, "&alert=OVERDUE&overdue=true&agency=trading"))
                    .hasSize(1);
        }
    }

    @Test
    void whoIsOutsideOfTheGovernmentIsRemindedAndNotCalledLateForWhatItMayDecline() {
        ListingFact fact = listed();
        JsonNode bank = notice(fact, "bank");
        letItBe(DAYS.before(day(bank, "dueNow"), 1));
        String id = bank.path("id").asString();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(said(notice(id))).containsExactly("notice-reminded"));
        letItBe(day(bank, "dueNow").plusDays(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(said(notice(fact, "trading"))).contains("notice-overdue"));
        await().atMost(PATIENCE).until(() -> store.alertsDue(clock.today(), 1).isEmpty());
        assertThat(said(notice(id))).containsExactly("notice-reminded");
        assertThat(notice(id).hasNonNull("escalatedAt")).isFalse();
    }

    @Test
    void whatWasDoneInTimeIsNotSpokenOf() {
        ListingFact fact = listed();
        JsonNode issued = notice(fact, "trading");
        String id = issued.path("id").asString();
        report("trading", id, "execution");
        letItBe(day(issued, "dueExecute").plusDays(1));
        await().atMost(PATIENCE).until(() -> store.alertsDue(clock.today(), 1).isEmpty());
        assertThat(said(notice(id))).isEmpty();
    }

    @Test
    void instancesThatRaceSayItOnce() throws Exception {
        List<ListingFact> facts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            facts.add(listed());
        }
        LocalDate receive = day(notices(facts.getFirst(), "").getFirst(), "dueNow");
        try (var instances = Executors.newFixedThreadPool(4)) {
            for (LocalDate day : List.of(DAYS.before(receive, 1), receive.plusDays(1))) {
                List<Future<?>> races = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    var reminders = new Reminders(store, terms, clock, noticeRelay);
                    races.add(instances.submit(() -> {
                        while (clock.today().isBefore(day)
                                || !store.alertsDue(clock.today(), 1).isEmpty()) {
                            reminders.run();
                        }
                    }));
                }
                letItBe(day);
                for (Future<?> race : races) {
                    race.get();
                }
            }
        }
        for (ListingFact fact : facts) {
            for (JsonNode notice : notices(fact, "")) {
                boolean bank = notice.path("agency").asString().equals("bank");
                assertThat(said(notice(notice.path("id").asString())))
                        .isEqualTo(bank ? List.of("notice-reminded") : List.of("notice-reminded", "notice-overdue"));
            }
        }
    }

    @Test
    void itLooksIntoAnIndexNeverAtEveryNotice() {
        listed();
        assertThat(stages(mongo, "notices", DeadlineTerms.toAlert(clock.today()), "alertOn"))
                .contains("IXSCAN")
                .doesNotContain("COLLSCAN", "SORT");
        assertThat(stages(mongo, "notices", DeadlineTerms.openBy("2025", "2026"), null))
                .contains("IXSCAN")
                .doesNotContain("COLLSCAN");
    }

    /** The last of so many events of a type about a notice. */
    private static JsonNode told(TopicReader topic, String notice, String type, int count) {
        var records = topic.await(
                count,
                PATIENCE,
                record -> type.equals(TopicReader.header(record, CloudEvents.TYPE))
                        && notice.equals(TopicReader.header(record, CloudEvents.SUBJECT)));
        assertThat(records).hasSize(count);
        return json(records.getLast().value());
    }
}
