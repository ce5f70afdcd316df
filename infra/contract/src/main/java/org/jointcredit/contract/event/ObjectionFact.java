package org.jointcredit.contract.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The whole state of an objection: the value of `objection-received` and `objection-decided` on `remedy`. Written by
/// objection. `objection-decided` says each later change of what others have to follow: the decision, a withdrawal, and
/// the end of its hold. What the parties wrote stays with objection.
///
/// @param objection id of the objection; the owner of its hold
/// @param number number of the case, as shown
/// @param subject id of the subject whose right it is; where it is not the listed one, only the notices about it are
///     held
/// @param department code of the department whose record, listing or notice it is; absent for what is missing
/// @param outcome absent until decided
/// @param holding whether what it touches must not be applied (S5); a mark stands as long as it is not DECIDED or
///     WITHDRAWN
/// @param resumesAfter listings whose hold ends with a later version than this one, i.e. once their owner's change has
///     arrived; the others as `holding` says
/// @param dueOn last day for the decision (A30), Asia/Shanghai
/// @param provisional `dueOn` reaches into days whose calendar is not settled yet
/// @param decision the decision as a document to which a revocation refers; absent until decided
/// @param decidedAt when it was decided or withdrawn
public record ObjectionFact(
        String objection,
        String number,
        String subject,
        @Nullable String department,
        Against against,
        Claim claim,
        ObjectionState state,
        @Nullable ObjectionOutcome outcome,
        boolean holding,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ListingVersion> resumesAfter,
        LocalDate dueOn,
        boolean provisional,
        @Nullable Decision decision,
        String lawVersion,
        Instant receivedAt,
        @Nullable Instant decidedAt) {
    public ObjectionFact {
        resumesAfter = resumesAfter == null ? List.of() : List.copyOf(resumesAfter);
    }
}
