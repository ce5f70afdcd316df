package org.jointcredit.disclosure.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.Grant;
import org.jointcredit.contract.event.ListingVersion;
import org.jointcredit.contract.event.ObjectionFact;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.ObjectionState;
import org.jointcredit.contract.event.RepairDecided;
import org.jointcredit.contract.event.ReviewFact;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/**
 * What a case says of the information that it is about (D9). What was upheld in part is under objection until its owner's
 * change has come: it is known to be wrong, and not right yet.
 *
 * @param number of the case
 * @param subject whose case it is
 * @param of what it marks, as {@link #target} says it
 * @param objectedOn it is under objection since
 * @param correctedOn it was found wrong on
 * @param changesAfter it is under objection as long as it is not past this version
 */
record Marking(
        String number,
        String subject,
        String of,
        @Nullable LocalDate objectedOn,
        @Nullable LocalDate correctedOn,
        @Nullable LocalDate repairedOn,
        @Nullable Long changesAfter) {

    /** The id of the record that it marks, if it is one. */
    Optional<String> record() {
        String record = target(Against.Kind.RECORD, "");
        return of.startsWith(record) ? Optional.of(of.substring(record.length())) : Optional.empty();
    }

    static String target(Against.Kind kind, @Nullable String id) {
        return kind + ":" + id;
    }

    static Marking of(ObjectionFact objection) {
        boolean open = objection.state() != ObjectionState.DECIDED && objection.state() != ObjectionState.WITHDRAWN;
        return judged(
                objection.number(),
                objection.subject(),
                objection.against(),
                open,
                objection.outcome(),
                objection.holding(),
                version(objection.against(), objection.resumesAfter()),
                objection.receivedAt(),
                objection.decision());
    }

    static Marking of(ReviewFact review) {
        return judged(
                review.number(),
                review.subject(),
                review.against(),
                review.outcome() == null,
                review.outcome(),
                review.holding(),
                version(review.against(), review.resumesAfter()),
                review.receivedAt(),
                review.decision());
    }

    private static Marking judged(
            String number,
            String subject,
            Against against,
            boolean open,
            @Nullable ObjectionOutcome outcome,
            boolean holding,
            @Nullable Long version,
            Instant receivedAt,
            @Nullable Decision decision) {
        boolean outstanding = outcome == ObjectionOutcome.PARTLY && (holding || version != null);
        boolean wrong = outcome == ObjectionOutcome.UPHELD || outcome == ObjectionOutcome.PARTLY;
        return new Marking(
                number,
                subject,
                target(against.kind(), against.id()),
                open || outstanding ? LocalDate.ofInstant(receivedAt, BusinessClock.ZONE) : null,
                wrong ? Objects.requireNonNull(decision).date() : null,
                null,
                outstanding ? version : null);
    }

    private static @Nullable Long version(Against against, Iterable<ListingVersion> listings) {
        for (ListingVersion listing : listings) {
            if (against.kind() == Against.Kind.LISTING && listing.listing().equals(against.id())) {
                return listing.version();
            }
        }
        return null;
    }

    static Marking of(RepairDecided repair) {
        return new Marking(
                repair.number(),
                repair.subject(),
                target(repair.of().kind(), repair.of().id()),
                null,
                null,
                repair.outcome() == Grant.GRANTED ? repair.decision().date() : null,
                null);
    }

    /**
     * @param version of what is marked, as it is shown
     * @param reader it reads the number of its own cases; null: everybody
     */
    @Nullable
    Mark on(long version, @Nullable String reader) {
        String own = subject.equals(reader) ? number : null;
        if (objectedOn != null && (changesAfter == null || version <= changesAfter)) {
            return new Mark(Mark.Kind.UNDER_OBJECTION, objectedOn, own);
        }
        if (correctedOn != null) {
            return new Mark(Mark.Kind.CORRECTED, correctedOn, own);
        }
        return repairedOn == null ? null : new Mark(Mark.Kind.REPAIRED, repairedOn, own);
    }
}
