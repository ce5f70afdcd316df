package org.jointcredit.sanction.action;

import java.time.LocalDate;
import java.util.List;
import org.bson.conversions.Bson;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.time.WorkingDays;
import org.jointcredit.sanction.measure.DeadlineLaw;

/** The deadlines of notices by any calendar, and the queries that find them, for tests of other packages. */
public final class DeadlineTerms {
    private DeadlineTerms() {}

    public static Terms by(WorkingDays workingDays) {
        return new Terms(DeadlineLaw.shipped(), workingDays, Departments.load());
    }

    public static Bson toAlert(LocalDate today) {
        return NoticeStore.toAlert(today);
    }

    public static Bson openBy(String... calendars) {
        return NoticeStore.openBy(List.of(calendars));
    }
}
