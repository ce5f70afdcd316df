package org.jointcredit.sanction.action;

import java.time.LocalDate;
import java.util.List;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.platform.time.DueDate;
import org.jointcredit.platform.time.WorkingDays;
import org.jointcredit.sanction.measure.DeadlineLaw;
import org.jointcredit.sanction.measure.Deadlines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deadlines of notices, as the law and the calendar of a day say (S4). */
@Component
public final class Terms {

    private final DeadlineLaw law;
    private final WorkingDays workingDays;

    Terms(DeadlineLaw law, WorkingDays workingDays) {
        this.law = law;
        this.workingDays = workingDays;
    }

    public NoticeDeadlines from(LocalDate day) {
        Deadlines deadlines = law.inForce(day);
        return new NoticeDeadlines(
                due(day, deadlines.of(Owes.RECEIPT)),
                due(day, deadlines.of(Owes.EXECUTION)),
                due(day, deadlines.of(Owes.PAUSE)),
                due(day, deadlines.of(Owes.RELEASE)),
                due(day, deadlines.of(Owes.UNDOING)));
    }

    private Due due(LocalDate day, Deadlines.Deadline deadline) {
        DueDate counted = workingDays.after(day, deadline.workingDays());
        return Due.of(counted, day, remindOn(counted.date(), deadline));
    }

    private @Nullable LocalDate remindOn(LocalDate due, Deadlines.Deadline deadline) {
        Integer days = deadline.remindBefore();
        return days == null ? null : workingDays.before(due, days);
    }

    /** Whether somebody is called late who misses the deadline of what it owes. */
    public boolean escalated(Owes owes, boolean government, LocalDate today) {
        var escalated = law.inForce(today).of(owes).escalated();
        return escalated == Deadlines.Escalated.EVERYONE || (escalated == Deadlines.Escalated.GOVERNMENT && government);
    }

    /** Calendars that are no longer counted with; an open deadline that names one is counted again. */
    public List<String> earlierCalendars() {
        return workingDays.earlierVersions();
    }

    /** The same deadline by the newest calendar, from the same day, by the law of that day (domain-facts: calendars). */
    public Due recounted(Owes owes, Due due, LocalDate today) {
        var deadline = law.inForce(due.from()).of(owes);
        DueDate counted = workingDays.after(due.from(), deadline.workingDays());
        LocalDate workday = workingDays.after(today.minusDays(1), 1).date();
        LocalDate lastDay = due.moved(counted.date(), workday);
        return due.recounted(counted, lastDay, remindOn(lastDay, deadline));
    }
}
