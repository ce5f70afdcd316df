package org.jointcredit.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Deadlines are in working days of the State Council's notices; day 1 is the first working day after (P5.9, A28, A30).
 * holidays.json is the project's source of the days, read here anew and counted in another way than the product does.
 */
class WorkingDaysTest {
    private final WorkingDays workingDays = WorkingDays.shipped();

    @Test
    void every_day_of_2019_to_2026_and_every_period_up_to_25_days_agrees_with_a_naive_count() throws IOException {
        Set<LocalDate> working = naiveWorkingDays();
        for (LocalDate from = LocalDate.of(2019, 1, 1); from.getYear() <= 2026; from = from.plusDays(1)) {
            LocalDate due = from;
            for (int n = 1; n <= 25; n++) {
                do {
                    due = due.plusDays(1);
                } while (!working.contains(due));
                assertThat(workingDays.after(from, n).date())
                        .as("%d working days after %s", n, from)
                        .isEqualTo(due);
            }
        }
    }

    @Test
    void a_day_is_as_many_working_days_before_another_as_a_naive_count_says() throws IOException {
        Set<LocalDate> working = naiveWorkingDays();
        for (LocalDate day = LocalDate.of(2019, 2, 1); day.getYear() <= 2026; day = day.plusDays(1)) {
            LocalDate earlier = day;
            for (int n = 1; n <= 5; n++) {
                do {
                    earlier = earlier.minusDays(1);
                } while (!working.contains(earlier));
                assertThat(workingDays.before(day, n))
                        .as("%d working days before %s", n, day)
                        .isEqualTo(earlier);
            }
        }
        assertThatThrownBy(() -> workingDays.before(LocalDate.of(2026, 1, 5), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void make_up_weekends_count_and_holidays_do_not() {
        // 2026: Labour Day 1-5 May, Saturday 9 May worked
        assertThat(due("2026-04-30", 1)).isEqualTo("2026-05-06");
        assertThat(due("2026-04-30", 4)).isEqualTo("2026-05-09");
        assertThat(due("2026-04-30", 5)).isEqualTo("2026-05-11");
    }

    @Test
    void within_loaded_years_nothing_is_provisional() {
        assertThat(workingDays.after(LocalDate.of(2025, 12, 15), 20).provisional())
                .isFalse();
        assertThat(workingDays.after(LocalDate.of(2026, 11, 25), 10))
                .isEqualTo(new DueDate(LocalDate.of(2026, 12, 9), "2026", false));
    }

    @Test
    void a_period_that_touches_20_to_31_december_waits_for_the_next_notice() {
        assertThat(workingDays.after(LocalDate.of(2026, 12, 17), 1))
                .isEqualTo(new DueDate(LocalDate.of(2026, 12, 18), "2026", false));
        assertThat(workingDays.after(LocalDate.of(2026, 12, 18), 1))
                .isEqualTo(new DueDate(LocalDate.of(2026, 12, 21), "2026", true));
        assertThat(workingDays.after(LocalDate.of(2026, 11, 25), 20).provisional())
                .isTrue();
    }

    @Test
    void a_year_without_notice_is_counted_with_weekends_and_fixed_holidays_and_is_provisional() {
        // Thursday 31 December; 1 January 2027 is a Friday
        assertThat(workingDays.after(LocalDate.of(2026, 12, 31), 1))
                .isEqualTo(new DueDate(LocalDate.of(2027, 1, 4), "2026", true));
        // 1 May 2028 is a Monday, 2 May is a holiday since 2025
        assertThat(due("2028-04-28", 1)).isEqualTo("2028-05-03");
        // before 2025 the 2nd was none: 1 May 2018 is a Tuesday
        assertThat(due("2018-04-30", 1)).isEqualTo("2018-05-02");
        // Friday 1 October 2027
        assertThat(due("2027-09-30", 1)).isEqualTo("2027-10-04");
        assertThat(workingDays.after(LocalDate.of(1990, 3, 1), 5).provisional()).isTrue();
    }

    @Test
    void the_machines_zone_changes_nothing() {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : new String[] {"Pacific/Kiritimati", "America/Los_Angeles"}) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertThat(WorkingDays.shipped()
                                .after(LocalDate.of(2026, 9, 30), 1)
                                .date())
                        .isEqualTo("2026-10-08");
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void a_period_has_at_least_one_day() {
        assertThatThrownBy(() -> workingDays.after(LocalDate.of(2026, 1, 5), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_day_in_the_wrong_list_or_year_is_refused() {
        LocalDate saturday = LocalDate.of(2027, 1, 2);
        assertThatThrownBy(() -> new CalendarYear(2027, "b", Set.of(saturday), Set.of()))
                .hasMessageContaining("2027-01-02");
        assertThatThrownBy(() -> new CalendarYear(2028, "b", Set.of(), Set.of(saturday)))
                .hasMessageContaining("2027-01-02");
        assertThat(new CalendarYear(2027, "b", Set.of(LocalDate.of(2026, 12, 31)), Set.of()).weekdaysOff())
                .hasSize(1);
    }

    private String due(String from, int n) {
        return workingDays.after(LocalDate.parse(from), n).date().toString();
    }

    /** All working days to the end of 2027: 2019-2026 as listed, 2027 with weekends and fixed holidays. */
    private static Set<LocalDate> naiveWorkingDays() throws IOException {
        Set<LocalDate> working = new HashSet<>();
        for (LocalDate day = LocalDate.of(2019, 1, 1); day.getYear() <= 2027; day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                working.add(day);
            }
        }
        try (InputStream file = Objects.requireNonNull(WorkingDaysTest.class.getResourceAsStream("/holidays.json"))) {
            for (JsonNode year : new JsonMapper().readTree(file)) {
                year.get("weekdaysOff").forEach(day -> working.remove(LocalDate.parse(day.asString())));
                year.get("weekendsWorked").forEach(day -> working.add(LocalDate.parse(day.asString())));
            }
        }
        for (String fixed : new String[] {"01-01", "05-01", "05-02", "10-01", "10-02", "10-03"}) {
            working.remove(LocalDate.parse("2027-" + fixed));
        }
        return working;
    }
}
