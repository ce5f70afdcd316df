package org.jointcredit.sanction.action;

import java.time.LocalDate;
import org.jointcredit.platform.time.DueDate;
import org.jspecify.annotations.Nullable;

/**
 * Until when an agency has to do something (S4).
 *
 * @param date the last day
 * @param from the day it was counted from: day 1 is the first working day after it
 * @param calendar version of the calendar it was counted with
 * @param provisional it rests on a year or season whose holiday notice is not loaded yet
 * @param remindOn the day on which the agency is reminded of it; null: it is not
 * @param before the last day before a newer calendar moved it; null: none did
 */
public record Due(
        LocalDate date,
        LocalDate from,
        String calendar,
        boolean provisional,
        @Nullable LocalDate remindOn,
        @Nullable LocalDate before) {

    static Due of(DueDate counted, LocalDate from, @Nullable LocalDate remindOn) {
        return new Due(counted.date(), from, counted.calendarVersion(), counted.provisional(), remindOn, null);
    }

    /**
     * The last day by a newer calendar. It never makes late what was in time: it comes no earlier than the next day of
     * work, and what is late already stays as late as it is, or gets more time.
     *
     * @param workday today, or the first working day after it
     */
    LocalDate moved(LocalDate counted, LocalDate workday) {
        if (!counted.isBefore(date)) {
            return counted;
        }
        LocalDate possible = counted.isBefore(workday) ? workday : counted;
        return possible.isBefore(date) ? possible : date;
    }

    Due recounted(DueDate counted, LocalDate lastDay, @Nullable LocalDate remindOnNow) {
        return new Due(
                lastDay,
                from,
                counted.calendarVersion(),
                counted.provisional(),
                remindOnNow,
                lastDay.equals(date) ? before : date);
    }
}
