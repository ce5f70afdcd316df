package org.jointcredit.objection.objection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.Claim;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.ObjectionState;
import org.jointcredit.objection.objection.Timeline.ObjectionEntry;
import org.jointcredit.objection.remedy.Due;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/**
 * An objection as its parties see it.
 *
 * @param subject id of the subject whose right it is
 * @param filedBy who opened it
 * @param department code of the department that is asked to verify; absent for what is missing
 * @param dueOn last day for the decision
 * @param provisional {@code dueOn} reaches into days whose calendar is not settled yet
 * @param dueBefore what {@code dueOn} was before a newer calendar moved it
 * @param holding whether what it touches must not be applied now
 * @param timeline only where it is read, not where it was changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ObjectionView(
        String id,
        String number,
        ObjectionState state,
        @Nullable ObjectionOutcome outcome,
        String subject,
        Filer filedBy,
        @Nullable String department,
        Against against,
        Claim claim,
        String statement,
        List<Piece> evidence,
        OffsetDateTime receivedAt,
        LocalDate dueOn,
        boolean provisional,
        @Nullable LocalDate dueBefore,
        @Nullable LocalDate verifyBy,
        boolean overdue,
        boolean holding,
        List<HoldView> holds,
        @Nullable VerificationView verification,
        @Nullable ObjectionDecisionView decision,
        @Nullable OffsetDateTime withdrawnAt,
        String lawVersion,
        @Nullable List<ObjectionEntry> timeline) {

    /** @param officer named by a department's system */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VerificationView(
            Finding finding,
            String statement,
            List<Piece> evidence,
            String by,
            @Nullable String officer,
            OffsetDateTime at) {}

    /**
     * The result in writing (A30).
     *
     * @param document number of the decision
     * @param review where who does not agree turns to
     */
    record ObjectionDecisionView(
            ObjectionOutcome outcome,
            String reasons,
            String basis,
            String document,
            String authority,
            LocalDate date,
            String by,
            ReviewWay review) {}

    /** The way to review (A31). */
    record ReviewWay(String path, String basis) {}

    private static final ReviewWay REVIEW = new ReviewWay("/api/objection/reviews", "A31");

    /** @param timeline null in lists */
    static ObjectionView of(
            Objection objection, List<HoldView> holds, LocalDate today, @Nullable List<ObjectionEntry> timeline) {
        Filing filing = objection.filing();
        Due verifyBy = objection.verifyBy();
        return new ObjectionView(
                objection.id(),
                objection.number(),
                objection.state(),
                objection.outcome(),
                filing.subject(),
                filing.filer(),
                objection.department(),
                objection.against(),
                objection.claim(),
                objection.statement(),
                objection.evidence(),
                Objects.requireNonNull(here(filing.at())),
                objection.due().date(),
                objection.due().provisional(),
                objection.due().before(),
                verifyBy == null ? null : verifyBy.date(),
                objection.isOverdue(today),
                objection.hanging().holding(),
                holds,
                verification(objection.verification()),
                decision(objection.ruling()),
                here(objection.withdrawnAt()),
                objection.lawVersion(),
                timeline);
    }

    private static @Nullable VerificationView verification(@Nullable Verification found) {
        return found == null
                ? null
                : new VerificationView(
                        found.finding(),
                        found.statement(),
                        found.evidence(),
                        found.by(),
                        found.officer(),
                        Objects.requireNonNull(here(found.at())));
    }

    private static @Nullable ObjectionDecisionView decision(@Nullable Ruling ruling) {
        return ruling == null
                ? null
                : new ObjectionDecisionView(
                        ruling.outcome(),
                        ruling.reasons(),
                        ruling.document().basis(),
                        ruling.document().document(),
                        ruling.document().authority(),
                        ruling.document().date(),
                        ruling.by(),
                        REVIEW);
    }

    static @Nullable OffsetDateTime here(@Nullable Instant at) {
        return at == null ? null : at.atZone(BusinessClock.ZONE).toOffsetDateTime();
    }
}
