package org.jointcredit.sanction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.Claim;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ListingVersion;
import org.jointcredit.contract.event.ObjectionFact;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.ObjectionState;
import org.jointcredit.contract.event.ReviewFact;
import org.jspecify.annotations.Nullable;

/** Facts of objections and reviews as objection-service publishes them, for tests. */
final class Objections {

    private static final Instant RECEIVED = Instant.parse("2026-09-22T02:00:00Z");
    private static final Instant DECIDED = Instant.parse("2026-09-28T02:00:00Z");

    private Objections() {}

    static Against listing(ListingFact fact) {
        return new Against(Against.Kind.LISTING, fact.listing());
    }

    static Against record(String id) {
        return new Against(Against.Kind.RECORD, id);
    }

    static Against notice(String id) {
        return new Against(Against.Kind.NOTICE, id);
    }

    static ObjectionFact received(String subject, Against against) {
        String id = UUID.randomUUID().toString();
        return fact(id, subject, against, ObjectionState.RECEIVED, null, true, List.of());
    }

    static ObjectionFact rejected(ObjectionFact received) {
        return decided(received, ObjectionOutcome.REJECTED, false);
    }

    /** The hold on each listing ends with a later version of it. */
    static ObjectionFact decided(
            ObjectionFact received, ObjectionOutcome outcome, boolean holding, ListingVersion... resumesAfter) {
        return fact(
                received.objection(),
                received.subject(),
                received.against(),
                ObjectionState.DECIDED,
                outcome,
                holding,
                List.of(resumesAfter));
    }

    static ListingVersion version(ListingFact fact) {
        return new ListingVersion(fact.listing(), fact.version());
    }

    static ReviewFact review(ObjectionFact objection, boolean holding) {
        return new ReviewFact(
                "review-" + objection.objection(),
                "复核〔2026〕1号",
                objection.objection(),
                objection.subject(),
                "market",
                objection.against(),
                holding ? null : ObjectionOutcome.REJECTED,
                holding,
                List.of(),
                null,
                "2021",
                DECIDED,
                holding ? null : DECIDED);
    }

    private static ObjectionFact fact(
            String id,
            String subject,
            Against against,
            ObjectionState state,
            @Nullable ObjectionOutcome outcome,
            boolean holding,
            List<ListingVersion> resumesAfter) {
        return new ObjectionFact(
                id,
                "异议〔2026〕1号",
                subject,
                "market",
                against,
                Claim.WRONG,
                state,
                outcome,
                holding,
                resumesAfter,
                LocalDate.of(2026, 10, 27),
                false,
                null,
                "2021",
                RECEIVED,
                outcome == null ? null : DECIDED);
    }
}
