package org.jointcredit.sanction.supervision;

import java.util.Map;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.platform.law.Department;

/** One agency's figures, as in the {@link Overview}. */
record AgencyFigures(
        String agency,
        String name,
        String nameEn,
        int total,
        Map<Legal, Integer> byLegal,
        Map<AgencyState, Integer> byAgencyState,
        Map<Owes, Integer> byOwes,
        int executed,
        int declined,
        int overdue,
        int flagged,
        int appliedWhileOnHold,
        Times.Summary timeToReceive,
        Times.Summary timeToExecute) {

    static AgencyFigures of(Department agency, Sum sum) {
        Part part = sum.part();
        return new AgencyFigures(
                agency.code(),
                agency.name(),
                agency.nameEn(),
                part.count(),
                sum.byLegal(),
                sum.byAgencyState(),
                sum.byOwes(),
                part.executed(),
                part.declined(),
                part.overdue(),
                part.flagged(),
                sum.whileSuspended(),
                sum.timeToReceive(),
                sum.timeToExecute());
    }
}
