package org.jointcredit.sanction.action;

import static org.jointcredit.sanction.measure.Deadlines.Escalated.EVERYONE;
import static org.jointcredit.sanction.measure.Deadlines.Escalated.GOVERNMENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.platform.law.Department;
import org.jointcredit.platform.law.Departments;
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
    private final Departments departments;

    Terms(DeadlineLaw law, WorkingDays workingDays, Departments departments) {
        this.law = law;
        this.workingDays = workingDays;
        this.departments = departments;
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

    /** What is overdue, by the law of that day. */
    public Overdue overdue(LocalDate today) {
        Deadlines deadlines = law.inForce(today);
        Set<String> outside = departments.all().stream()
                .filter(department -> !department.government())
                .map(Department::code)
                .collect(Collectors.toSet());
        return new Overdue(today, outside, deadlines.escalated(GOVERNMENT, EVERYONE), deadlines.escalated(EVERYONE));
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
