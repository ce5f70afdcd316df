package org.jointcredit.objection.objection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.Claim;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.ObjectionState;
import org.jointcredit.objection.remedy.Due;
import org.jspecify.annotations.Nullable;

/** An objection in a list: nothing of what the parties wrote, and nobody's name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ObjectionRow(
        String id,
        String number,
        ObjectionState state,
        @Nullable ObjectionOutcome outcome,
        String subject,
        Filer filedBy,
        @Nullable String department,
        Against against,
        Claim claim,
        OffsetDateTime receivedAt,
        LocalDate dueOn,
        boolean provisional,
        @Nullable LocalDate verifyBy,
        boolean overdue,
        boolean holding) {
    static ObjectionRow of(Objection objection, LocalDate today) {
        Filing filing = objection.filing();
        Due verifyBy = objection.verifyBy();
        return new ObjectionRow(
                objection.id(),
                objection.number(),
                objection.state(),
                objection.outcome(),
                filing.subject(),
                filing.filer(),
                objection.department(),
                objection.against(),
                objection.claim(),
                Objects.requireNonNull(ObjectionView.here(filing.at())),
                objection.due().date(),
                objection.due().provisional(),
                verifyBy == null ? null : verifyBy.date(),
                objection.isOverdue(today),
                objection.hanging().holding());
    }
}
