package org.jointcredit.objection.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jointcredit.platform.time.WorkingDays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * O3, O4: the terms of cases received on any day, against a count of its own: a list of all working days in a row, made
 * of the project's source of the days. A new calendar makes nothing late that was in time.
 */
class DueTest {
    private static final Path HOLIDAYS = Path.of("../infra/platform/src/test/resources/holidays.json");
    private static final LocalDate LAW = LocalDate.of(2021, 9, 13);

    private final RemedyLaw law = RemedyLaw.shipped();
    private final WorkingDays calendar = WorkingDays.shipped();

    @Test
    void everyTermAndReminderOfEveryReceiptDayOf2021To2026AgreesWithAnIndependentCount() throws IOException {
        List<LocalDate> working = workingDays();
        for (LocalDate day = LocalDate.of(2021, 1, 1); day.getYear() <= 2026; day = day.plusDays(1)) {
            LocalDate from = day;
            int passed = (int)
                    working.stream().takeWhile(other -> !other.isAfter(from)).count();
            for (RemedyKind kind : List.of(RemedyKind.OBJECTION, RemedyKind.REVIEW)) {
                RemedyTerms terms = law.of(kind, day.isBefore(LAW) ? LAW : day);
                Due due = Due.after(day, terms.workingDays(), terms.remindBefore(), calendar);
                assertThat(due.date()).as("%s from %s", kind, day).isEqualTo(working.get(passed + 20 - 1));
                assertThat(due.remindOn()).as("%s from %s", kind, day).isEqualTo(working.get(passed + 20 - 1 - 5));
            }
            Due verification = Due.after(day, 10, 3, calendar);
            assertThat(verification.date()).as("from %s", day).isEqualTo(working.get(passed + 10 - 1));
            assertThat(verification.remindOn()).as("from %s", day).isEqualTo(working.get(passed + 10 - 1 - 3));
        }
    }

    @Test
    void theLawGivesTwentyWorkingDaysAndTenOfThemToVerify() {
        RemedyTerms objection = law.of(RemedyKind.OBJECTION, LAW);
        assertThat(objection.workingDays()).isEqualTo(20);
        assertThat(objection.basis()).isEqualTo("A30");
        assertThat(objection.verification()).isEqualTo(new RemedyTerms.Term(10, 3));
        RemedyTerms review = law.of(RemedyKind.REVIEW, LAW);
        assertThat(review.workingDays()).isEqualTo(20);
        assertThat(review.basis()).isEqualTo("A31");
        assertThat(CaseNumbers.text(objection, 2026, 17)).isEqualTo("异〔2026〕000017号");
    }

    @Test
    void aNewerCalendarNeverMakesLateWhatWasInTimeAndTakesNoTimeFromWhoIsLate() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 2000; run++) {
            LocalDate from = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(800));
            Due counted = Due.after(from, 20, 5, calendar);
            // as an older calendar had counted it, some days off
            LocalDate believed = counted.date().plusDays(random.nextInt(21) - 10L);
            Due before = new Due(believed, from, 20, 5, "older", true, believed.minusDays(7), null);
            LocalDate today = believed.plusDays(random.nextInt(41) - 30L);

            Due after = before.recounted(calendar, today);

            assertThat(after.calendar()).as("seed %d", seed).isEqualTo(counted.calendar());
            if (!before.isOver(today)) {
                assertThat(after.isOver(today)).as("seed %d, run %d", seed, run).isFalse();
            } else {
                assertThat(after.date()).as("seed %d, run %d", seed, run).isAfterOrEqualTo(believed);
            }
            if (!counted.date().isBefore(believed)) {
                assertThat(after.date()).as("more time is given").isEqualTo(counted.date());
            }
            assertThat(after.before()).isEqualTo(after.date().equals(believed) ? null : believed);
        }
    }

    /** From 2021 to the end of January 2027, whose notice is not there: weekends and New Year's day. */
    private static List<LocalDate> workingDays() throws IOException {
        List<LocalDate> off = new ArrayList<>();
        List<LocalDate> worked = new ArrayList<>();
        for (JsonNode year : new JsonMapper().readTree(HOLIDAYS.toFile())) {
            year.get("weekdaysOff").forEach(day -> off.add(LocalDate.parse(day.asString())));
            year.get("weekendsWorked").forEach(day -> worked.add(LocalDate.parse(day.asString())));
        }
        off.add(LocalDate.of(2027, 1, 1));
        return LocalDate.of(2021, 1, 1)
                .datesUntil(LocalDate.of(2027, 2, 1))
                .filter(day -> worked.contains(day)
                        || (day.getDayOfWeek() != DayOfWeek.SATURDAY
                                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                                && !off.contains(day)))
                .toList();
    }
}
