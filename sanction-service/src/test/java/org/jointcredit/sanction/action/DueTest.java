package org.jointcredit.sanction.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.jointcredit.platform.time.DueDate;
import org.junit.jupiter.api.Test;

/** domain-facts, Calendars: a new calendar counts open deadlines again and never makes late what was in time. */
class DueTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void a_later_day_is_taken_and_both_dates_are_kept() {
        Due moved = recounted(due(4), 6, 2);
        assertThat(moved.date()).isEqualTo(MONDAY.plusDays(6));
        assertThat(moved.before()).isEqualTo(MONDAY.plusDays(4));
        assertThat(moved.from()).isEqualTo(MONDAY);
        assertThat(moved.calendar()).isEqualTo("newer");
        assertThat(moved.provisional()).isFalse();
    }

    @Test
    void an_earlier_day_that_is_still_to_come_is_taken() {
        assertThat(recounted(due(9), 7, 2).date()).isEqualTo(MONDAY.plusDays(7));
    }

    @Test
    void an_earlier_day_that_is_over_is_put_off_to_the_next_day_of_work() {
        assertThat(recounted(due(9), 1, 2).date()).isEqualTo(MONDAY.plusDays(2));
        assertThat(recounted(due(2), 1, 2).date()).isEqualTo(MONDAY.plusDays(2));
    }

    @Test
    void what_is_late_gets_more_time_or_stays_as_late_as_it_is() {
        assertThat(recounted(due(4), 1, 7).date()).isEqualTo(MONDAY.plusDays(4));
        assertThat(recounted(due(4), 8, 7).date()).isEqualTo(MONDAY.plusDays(8));
    }

    @Test
    void a_day_that_stays_keeps_what_it_was_before() {
        Due once = recounted(due(4), 6, 2);
        assertThat(recounted(once, 6, 3).before()).isEqualTo(MONDAY.plusDays(4));
    }

    @Test
    void whatever_calendars_follow_one_another_nothing_in_time_becomes_late_and_nothing_late_later() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int run = 0; run < 20_000; run++) {
            String where = "seed " + seed + ", run " + run;
            LocalDate from = MONDAY.plusDays(random.nextInt(60));
            int days = 1 + random.nextInt(12);
            Due due = new Due(counted(from, days, random), from, "0", true, null, null);
            LocalDate today = from;
            for (int calendar = 1; calendar <= 4; calendar++) {
                today = today.plusDays(random.nextInt(12));
                LocalDate counted = counted(from, days, random);
                LocalDate workday = today.plusDays(random.nextInt(3));
                LocalDate last = due.moved(counted, workday);
                boolean inTime = !today.isAfter(due.date());
                if (inTime) {
                    assertThat(last).as(where).isAfterOrEqualTo(today);
                } else {
                    assertThat(last).as(where).isAfterOrEqualTo(due.date());
                }
                assertThat(last)
                        .as(where)
                        .isAfterOrEqualTo(counted.isBefore(due.date()) ? counted : due.date())
                        .isBeforeOrEqualTo(counted.isAfter(due.date()) ? counted : due.date());
                due = due.recounted(new DueDate(counted, "" + calendar, false), last, null);
                assertThat(due.calendar()).as(where).isEqualTo("" + calendar);
            }
        }
    }

    /** By a calendar that nobody has seen before. */
    private static LocalDate counted(LocalDate from, int days, Random random) {
        Set<LocalDate> exchanged = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            if (random.nextInt(4) == 0) {
                exchanged.add(from.plusDays(i));
            }
        }
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (weekend == exchanged.contains(day)) {
                left--;
            }
        }
        return day;
    }

    private static Due due(int days) {
        return new Due(MONDAY.plusDays(days), MONDAY, "older", true, null, null);
    }

    private static Due recounted(Due due, int counted, int today) {
        LocalDate last = due.moved(MONDAY.plusDays(counted), MONDAY.plusDays(today));
        return due.recounted(new DueDate(MONDAY.plusDays(counted), "newer", false), last, null);
    }
}
