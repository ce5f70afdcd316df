package org.jointcredit.sanction.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.law.LawStore;
import org.jointcredit.platform.time.WorkingDays;
import org.jointcredit.sanction.SanctionApplication;
import org.jointcredit.sanction.action.DeadlineTerms;
import org.jointcredit.sanction.action.NoticeStore;
import org.jointcredit.sanction.action.Terms;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** domain-facts, Calendars: each calendar that is put in force counts the open deadlines again. */
class CalendarChangeIT extends RunningDeadlines {

    @Autowired
    private NoticeStore store;

    @Autowired
    private Relay noticeRelay;

    @Autowired
    private MongoClient client;

    @TempDir
    private Path law;

    @Test
    void anInstanceThatStartsWithANewerCalendarMovesOpenDeadlinesAndTellsTheAgencies() throws IOException {
        ListingFact fact = listed();
        String executed = notice(fact, "culture").path("id").asString();
        report("culture", executed, "execution");
        String received = notice(fact, "approval").path("id").asString();
        report("approval", received, "receipt");
        JsonNode before = notice(fact, "trading");
        String id = before.path("id").asString();
        LocalDate today = clock.today();
        Set<LocalDate> off = nextWeekdays(today, 5);
        String version = "A-" + UUID.randomUUID();
        calendar(version, off);
        try (TopicReader trading = SYSTEM.reader(Topics.response("trading"));
                var newer = instance()) {
            var updated = trading.await(
                    1,
                    PATIENCE,
                    record -> EventTypes.NOTICE_UPDATED.equals(TopicReader.header(record, CloudEvents.TYPE))
                            && id.equals(TopicReader.header(record, CloudEvents.SUBJECT)));
            LocalDate receive = count(today, 2, off);
            LocalDate execute = count(today, 10, off);
            var told = json(updated.getFirst().value());
            assertThat(day(told, "due")).isEqualTo(receive);
            assertThat(told.path("reason").asString()).contains(version);
            JsonNode after = notice(id);
            assertThat(day(after, "dueNow")).isEqualTo(receive);
            assertThat(day(after, "dueReceive")).isEqualTo(receive);
            assertThat(day(after, "dueExecute")).isEqualTo(execute);
            assertThat(day(after, "dueBefore")).isEqualTo(day(before, "dueNow"));
            assertThat(after.path("calendar").asString()).isEqualTo(version);

            // what is behind an agency, and what it does not owe, is left alone
            await().atMost(PATIENCE)
                    .until(() -> notice(received).path("calendar").asString().equals(version));
            assertThat(day(notice(received), "dueReceive")).isEqualTo(day(before, "dueReceive"));
            assertThat(day(notice(received), "dueExecute")).isEqualTo(execute);
            assertThat(day(notice(executed), "dueExecute")).isEqualTo(day(before, "dueExecute"));
            assertThat(said(notice(executed))).isEmpty();
        }
        // the instance of the older calendar, still there, takes nothing back
        letItBe(clock.today());
        assertThat(notice(id).path("calendar").asString()).isEqualTo(version);
        assertThat(said(notice(id))).containsExactly("notice-updated");
    }

    @Test
    void aCalendarThatChangesNoDayIsKeptInTheJournalAloneUnlessItSettlesAProvisionalOne() throws IOException {
        ListingFact fact = listed();
        JsonNode before = notice(fact, "trading");
        String id = before.path("id").asString();
        new CalendarChange(store, by(calendar("B-" + UUID.randomUUID(), unchanged(clock.today()))), clock, noticeRelay)
                .run();
        JsonNode updated = notice(id).path("timeline").path(1);
        assertThat(updated.path("type").asString()).isEqualTo("notice-updated");
        assertThat(updated.hasNonNull("sentTo"))
                .isEqualTo(before.path("provisional").asBoolean());
        assertThat(notice(id).path("provisional").asBoolean()).isFalse();
        assertThat(day(notice(id), "dueNow")).isEqualTo(day(before, "dueNow"));
        assertThat(notice(id).hasNonNull("dueBefore")).isFalse();
    }

    @Test
    void instancesThatRaceAndOneThatDiesBetweenBatchesCountEachNoticeOnce() throws Exception {
        List<ListingFact> facts = IntStream.range(0, 8).mapToObj(_ -> listed()).toList();
        LocalDate today = clock.today();
        Set<LocalDate> off = nextWeekdays(today, 3);
        Terms terms = by(calendar("C-" + UUID.randomUUID(), off));
        // one batch, and it is gone
        new CalendarChange(store, terms, clock, noticeRelay).recount(store.countedWith(terms.earlierCalendars(), 60));
        try (var instances = Executors.newFixedThreadPool(3)) {
            List<Future<?>> races = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                var instance = new CalendarChange(store, terms, clock, noticeRelay);
                races.add(instances.submit(() -> {
                    while (!store.countedWith(terms.earlierCalendars(), 1).isEmpty()) {
                        instance.run();
                    }
                }));
            }
            for (Future<?> race : races) {
                race.get();
            }
        }
        for (ListingFact fact : facts) {
            for (JsonNode notice : notices(fact, "")) {
                assertThat(day(notice, "dueNow")).isEqualTo(count(today, 2, off));
                assertThat(said(notice(notice.path("id").asString()))).containsExactly("notice-updated");
            }
        }
    }

    /** Another instance of the service, as it starts on a machine whose JC_LAW_DIR has a calendar more. */
    private ConfigurableApplicationContext instance() {
        List<String> settings = new ArrayList<>();
        SYSTEM.properties("sanction").forEach((name, value) -> settings.add("--" + name + "=" + value));
        settings.add("--spring.mongodb.database=" + mongo.getDb().getName());
        settings.add("--server.port=0");
        settings.add("--jointcredit.law-dir=" + law);
        return new SpringApplicationBuilder(SanctionApplication.class).run(settings.toArray(String[]::new));
    }

    /** The deadlines as an instance counts them that has read the directory, its law kept apart from the others'. */
    private Terms by(Path directory) {
        var kept = new LawStore(new MongoTemplate(client, SYSTEM.freshDatabase("law")), directory);
        WorkingDays days = WorkingDays.of(kept);
        kept.start();
        return DeadlineTerms.by(days);
    }

    private Path calendar(String version, Set<LocalDate> off) throws IOException {
        var years = new StringBuilder();
        for (int year = clock.today().getYear(); year <= clock.today().getYear() + 1; year++) {
            int own = year;
            years.append("      - year: %d%n        basis: 试验%n        weekdaysOff: [%s]%n        weekendsWorked: []%n"
                    .formatted(
                            year,
                            off.stream()
                                    .filter(day -> day.getYear() == own)
                                    .map(LocalDate::toString)
                                    .collect(Collectors.joining(", "))));
        }
        Files.writeString(law.resolve("calendars.yaml"), """
                versions:
                  - version: "%s"
                    effectiveFrom: 2026-11-01
                    basis: 试验用的通知
                    entries:
                """.formatted(version) + years);
        return law;
    }

    /** The weekdays of the next months that are off by the calendar as it ships. */
    private static Set<LocalDate> unchanged(LocalDate from) {
        WorkingDays shipped = WorkingDays.shipped();
        return from.datesUntil(from.plusDays(90))
                .filter(day -> !isWeekend(day)
                        && !shipped.after(day.minusDays(1), 1).date().equals(day))
                .collect(Collectors.toSet());
    }

    private static Set<LocalDate> nextWeekdays(LocalDate today, int number) {
        return today.plusDays(1)
                .datesUntil(today.plusDays(30))
                .filter(day -> !isWeekend(day))
                .limit(number)
                .collect(Collectors.toSet());
    }

    private static LocalDate count(LocalDate from, int days, Set<LocalDate> off) {
        return from.plusDays(1)
                .datesUntil(from.plusDays(90))
                .filter(day -> !isWeekend(day) && !off.contains(day))
                .skip(days - 1L)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
