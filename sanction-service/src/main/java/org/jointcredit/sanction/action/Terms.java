package org.jointcredit.sanction.action;

import java.time.LocalDate;
import org.jointcredit.platform.time.WorkingDays;
import org.jointcredit.sanction.measure.DeadlineLaw;
import org.springframework.stereotype.Component;

/** The deadlines of notices, as the law of a day says (S4). */
@Component
public final class Terms {

    private final DeadlineLaw law;
    private final WorkingDays workingDays;

    Terms(DeadlineLaw law, WorkingDays workingDays) {
        this.law = law;
        this.workingDays = workingDays;
    }

    public NoticeDeadlines from(LocalDate day) {
        return NoticeDeadlines.from(day, law.inForce(day), workingDays);
    }
}
