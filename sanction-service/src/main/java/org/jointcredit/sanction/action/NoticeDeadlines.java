package org.jointcredit.sanction.action;

import java.time.LocalDate;
import org.jointcredit.platform.time.DueDate;
import org.jointcredit.platform.time.WorkingDays;
import org.jointcredit.sanction.measure.Deadlines;

/** Until when an agency has to do what it owes, counted from a day (S4). */
public final class NoticeDeadlines {

    private final Deadlines law;
    private final WorkingDays workingDays;
    private final LocalDate from;

    public NoticeDeadlines(Deadlines law, WorkingDays workingDays, LocalDate from) {
        this.law = law;
        this.workingDays = workingDays;
        this.from = from;
    }

    DueDate receive() {
        return workingDays.after(from, law.receive());
    }

    DueDate execute() {
        return workingDays.after(from, law.execute());
    }

    DueDate pause() {
        return workingDays.after(from, law.pause());
    }

    DueDate release() {
        return workingDays.after(from, law.release());
    }

    DueDate undo() {
        return workingDays.after(from, law.undo());
    }
}
