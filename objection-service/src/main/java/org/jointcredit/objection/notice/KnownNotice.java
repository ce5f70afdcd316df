package org.jointcredit.objection.notice;

import java.util.List;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.Owes;

/**
 * A notice as far as this service knows it.
 *
 * @param subject id of the subject it is about
 * @param owes what the agency still has to report
 * @param reports what the agency reported, oldest first
 */
public record KnownNotice(
        String id,
        String action,
        String listing,
        String measure,
        String agency,
        String subject,
        Legal legal,
        Owes owes,
        List<KnownReport> reports) {
    public KnownNotice {
        reports = List.copyOf(reports);
    }
}
