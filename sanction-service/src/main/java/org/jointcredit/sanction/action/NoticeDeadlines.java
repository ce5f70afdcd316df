package org.jointcredit.sanction.action;

import java.time.LocalDate;
import org.jointcredit.platform.time.DueDate;
import org.jointcredit.platform.time.WorkingDays;
import org.jointcredit.sanction.measure.Deadlines;

/**
 * Until when an agency has to do what it owes, counted from a day (S4). Counted once for all notices of that day:
 * counting for each took a fifth of a listing's time.
 */
public record NoticeDeadlines(DueDate receive, DueDate execute, DueDate pause, DueDate release, DueDate undo) {

    static NoticeDeadlines from(LocalDate day, Deadlines law, WorkingDays workingDays) {
        return new NoticeDeadlines(
                workingDays.after(day, law.receive()),
                workingDays.after(day, law.execute()),
                workingDays.after(day, law.pause()),
                workingDays.after(day, law.release()),
                workingDays.after(day, law.undo()));
    }
}
