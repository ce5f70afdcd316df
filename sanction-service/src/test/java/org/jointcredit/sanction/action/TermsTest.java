package org.jointcredit.sanction.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.time.WorkingDays;
import org.jointcredit.sanction.measure.DeadlineLaw;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * S4: the deadlines of a notice issued on any day, and the reminders before them, against a count of its own: a list of
 * all working days in a row, made of the project's source of the days.
 */
class TermsTest {
    private static final Path HOLIDAYS = Path.of("../infra/platform/src/test/resources/holidays.json");
    /** What the law gives, and how many of it before the end it reminds. */
    private static final Map<Owes, int[]> LAW = Map.of(
            Owes.RECEIPT, new int[] {2, 1},
            Owes.EXECUTION, new int[] {10, 3},
            Owes.PAUSE, new int[] {1, 0},
            Owes.RELEASE, new int[] {3, 1},
            Owes.UNDOING, new int[] {5, 2});

    private final Terms terms = new Terms(DeadlineLaw.shipped(), WorkingDays.shipped(), Departments.load());

    @Test
    void every_deadline_and_reminder_of_every_day_of_2021_to_2026_agrees_with_an_independent_count()
            throws IOException {
        List<LocalDate> working = workingDays();
        // the law of notices begins on 13 September 2021
        for (LocalDate day = LocalDate.of(2021, 9, 13); day.getYear() <= 2026; day = day.plusDays(1)) {
            LocalDate from = day;
            int passed = (int)
                    working.stream().takeWhile(other -> !other.isAfter(from)).count();
            var deadlines = terms.from(day);
            Map.of(
                            Owes.RECEIPT, deadlines.receive(),
                            Owes.EXECUTION, deadlines.execute(),
                            Owes.PAUSE, deadlines.pause(),
                            Owes.RELEASE, deadlines.release(),
                            Owes.UNDOING, deadlines.undo())
                    .forEach((owes, due) -> {
                        int[] law = Objects.requireNonNull(LAW.get(owes));
                        int last = passed + law[0] - 1;
                        assertThat(due.date()).as("%s from %s", owes, from).isEqualTo(working.get(last));
                        assertThat(due.remindOn())
                                .as("reminder of %s from %s", owes, from)
                                .isEqualTo(law[1] == 0 ? null : working.get(last - law[1]));
                        assertThat(due.from()).isEqualTo(from);
                        assertThat(due.calendar()).isEqualTo("2026");
                    });
        }
    }

    @Test
    void who_is_outside_of_the_government_is_called_late_only_where_a_measure_must_stop_S10() {
        LocalDate today = LocalDate.of(2026, 11, 25);
        var overdue = terms.overdue(today);
        for (Owes owes : LAW.keySet()) {
            assertThat(overdue.has("market", owes, today.minusDays(1)))
                    .as("%s", owes)
                    .isTrue();
            assertThat(overdue.has("market", owes, today)).as("%s", owes).isFalse();
            assertThat(overdue.has("bank", owes, today.minusDays(1)))
                    .as("%s", owes)
                    .isEqualTo(owes != Owes.RECEIPT && owes != Owes.EXECUTION);
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
