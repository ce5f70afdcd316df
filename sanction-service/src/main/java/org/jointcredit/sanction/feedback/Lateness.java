package org.jointcredit.sanction.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.NoticeFlag;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.sanction.action.Notice;
import org.jspecify.annotations.Nullable;

/** Says of a report what is wrong with its moment; it is kept all the same (S3, S4). */
final class Lateness {

    private Lateness() {}

    static Set<NoticeFlag> of(Notice notice, Report report, Instant now, LocalDate today) {
        var flags = EnumSet.noneOf(NoticeFlag.class);
        LocalDate due = due(notice, report.kind());
        if (due != null && today.isAfter(due)) {
            flags.add(NoticeFlag.LATE);
        }
        Instant done = report.executedAt() == null ? now : report.executedAt();
        if (report.kind() == ReportKind.EXECUTION) {
            if (notice.standing().wasSuspendedAt(done)) {
                flags.add(NoticeFlag.WHILE_SUSPENDED);
            }
            if (hasEnded(notice) && !done.isBefore(notice.standing().since())) {
                flags.add(NoticeFlag.AFTER_END);
            }
        }
        return flags;
    }

    private static boolean hasEnded(Notice notice) {
        return notice.legal() == Legal.ENDED || notice.legal() == Legal.RECALLED;
    }

    /** The deadline that a report of this kind had to keep; null: it answers nothing that was owed. */
    private static @Nullable LocalDate due(Notice notice, ReportKind kind) {
        Owes owes = notice.owes();
        return switch (kind) {
            case RECEIPT -> owes == Owes.RECEIPT ? notice.term().dueReceive() : null;
            case EXECUTION, REFUSAL ->
                owes == Owes.EXECUTION
                                || (owes == Owes.RECEIPT && notice.record().state() == AgencyState.NONE)
                        ? notice.term().dueExecute()
                        : null;
            case PAUSE -> owes == Owes.PAUSE ? notice.dueNow() : null;
            case RELEASE -> owes == Owes.RELEASE ? notice.dueNow() : null;
            case UNDOING -> owes == Owes.UNDOING ? notice.dueNow() : null;
        };
    }
}
