package org.jointcredit.platform.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;

/**
 * What the State Council's notice for a year changes; it may reach back into December of the year before.
 *
 * @param basis the notice, and those that changed it later
 * @param weekdaysOff Mondays to Fridays without work
 * @param weekendsWorked Saturdays and Sundays with work
 */
record CalendarYear(int year, String basis, Set<LocalDate> weekdaysOff, Set<LocalDate> weekendsWorked) {
    CalendarYear {
        weekdaysOff = Set.copyOf(weekdaysOff);
        weekendsWorked = Set.copyOf(weekendsWorked);
        for (LocalDate day : weekdaysOff) {
            check(day, year, !isWeekend(day));
        }
        for (LocalDate day : weekendsWorked) {
            check(day, year, isWeekend(day));
        }
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    private static void check(LocalDate day, int year, boolean rightList) {
        boolean rightYear = day.getYear() == year || (day.getYear() == year - 1 && day.getMonth() == Month.DECEMBER);
        if (!rightYear || !rightList) {
            throw new IllegalArgumentException(day + " stands in the wrong list or year");
        }
    }
}
