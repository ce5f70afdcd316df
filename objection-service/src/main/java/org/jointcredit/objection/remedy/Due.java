package org.jointcredit.objection.remedy;

import java.time.LocalDate;
import org.jointcredit.platform.time.DueDate;
import org.jointcredit.platform.time.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * Until when something has to be done of a case.
 *
 * @param date the last day
 * @param from the day it was counted from: day 1 is the first working day after it
 * @param workingDays how many
 * @param remindBefore working days before the last one on which it is reminded of
 * @param calendar version of the calendar it was counted with
 * @param provisional it rests on a year or season whose holiday notice is not loaded yet
 * @param remindOn the day of the reminder
 * @param before the last day before a newer calendar moved it; absent: none did
 */
public record Due(
        LocalDate date,
        LocalDate from,
        int workingDays,
        int remindBefore,
        String calendar,
        boolean provisional,
        LocalDate remindOn,
        @Nullable LocalDate before) {

    public static Due after(LocalDate from, int workingDays, int remindBefore, WorkingDays calendar) {
        DueDate counted = calendar.after(from, workingDays);
        return new Due(
                counted.date(),
                from,
                workingDays,
                remindBefore,
                counted.calendarVersion(),
                counted.provisional(),
                calendar.before(counted.date(), remindBefore),
                null);
    }

    public boolean isOver(LocalDate today) {
        return today.isAfter(date);
    }

    /**
     * The same by a newer calendar. It never makes late what was in time: it comes no earlier than the next day of work,
     * and what is late already stays as late as it is, or gets more time.
     */
    public Due recounted(WorkingDays newer, LocalDate today) {
        DueDate counted = newer.after(from, workingDays);
        LocalDate last =
                moved(counted.date(), newer.after(today.minusDays(1), 1).date());
        return new Due(
                last,
                from,
                workingDays,
                remindBefore,
                counted.calendarVersion(),
                counted.provisional(),
                newer.before(last, remindBefore),
                last.equals(date) ? before : date);
    }

    private LocalDate moved(LocalDate counted, LocalDate workday) {
        if (!counted.isBefore(date)) {
            return counted;
        }
        LocalDate possible = counted.isBefore(workday) ? workday : counted;
        return possible.isBefore(date) ? possible : date;
    }
}
