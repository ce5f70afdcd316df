package org.jointcredit.contract.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What others have to follow of a review (A31): the value of `review-decided` on `remedy`. Written by objection when
/// the reviewer orders a hold, decides, and when the hold ends.
///
/// @param review id of the review; the owner of its hold
/// @param number number of the case, as shown
/// @param objection id of the objection that is reviewed
/// @param subject id of the subject whose right it is
/// @param department code of the department whose record, listing or notice it is
/// @param outcome absent until decided; then it takes the place of the objection's
/// @param holding whether what it touches must not be applied: only if the reviewer ordered it, or until the owner's
///     change arrives
/// @param resumesAfter as in [ObjectionFact]
/// @param decision absent until decided
public record ReviewFact(
        String review,
        String number,
        String objection,
        String subject,
        @Nullable String department,
        Against against,
        @Nullable ObjectionOutcome outcome,
        boolean holding,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ListingVersion> resumesAfter,
        @Nullable Decision decision,
        String lawVersion,
        Instant receivedAt,
        @Nullable Instant decidedAt) {
    public ReviewFact {
        resumesAfter = resumesAfter == null ? List.of() : List.copyOf(resumesAfter);
    }
}
