package org.jointcredit.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.Claim;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.Grant;
import org.jointcredit.contract.event.ListingVersion;
import org.jointcredit.contract.event.ObjectionFact;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.ObjectionState;
import org.jointcredit.contract.event.RepairDecided;
import org.jointcredit.contract.event.ReviewFact;
import org.jspecify.annotations.Nullable;

/** What objection-service tells, as it tells it, for tests: received at two in the morning of 20 October here. */
public final class Cases {
    public static final String OBJECTION = "异〔2026〕000017号";
    private static final Instant RECEIVED = Instant.parse("2026-10-19T18:00:00Z");
    private static final Instant DECIDED = Instant.parse("2026-10-28T03:04:05Z");

    private Cases() {}

    public static Against record(String id) {
        return new Against(Against.Kind.RECORD, id);
    }

    public static Against listing(String id) {
        return new Against(Against.Kind.LISTING, id);
    }

    public static Against notice(String id) {
        return new Against(Against.Kind.NOTICE, id);
    }

    public static ObjectionFact objection(String subject, Against against) {
        return objection(
                UUID.randomUUID().toString(), subject, against, ObjectionState.RECEIVED, null, true, List.of());
    }

    public static ObjectionFact withdrawn(ObjectionFact of) {
        return objection(of.objection(), of.subject(), of.against(), ObjectionState.WITHDRAWN, null, false, List.of());
    }

    /** @param until listings that are held up to this version */
    public static ObjectionFact decided(
            ObjectionFact of, ObjectionOutcome outcome, boolean holding, ListingVersion... until) {
        return objection(
                of.objection(), of.subject(), of.against(), ObjectionState.DECIDED, outcome, holding, List.of(until));
    }

    private static ObjectionFact objection(
            String id,
            String subject,
            Against against,
            ObjectionState state,
            @Nullable ObjectionOutcome outcome,
            boolean holding,
            List<ListingVersion> resumesAfter) {
        return new ObjectionFact(
                id,
                OBJECTION,
                subject,
                "market",
                against,
                Claim.WRONG,
                state,
                outcome,
                holding,
                resumesAfter,
                LocalDate.of(2026, 11, 17),
                false,
                outcome == null ? null : decision(OBJECTION),
                "2021",
                RECEIVED,
                state == ObjectionState.RECEIVED ? null : DECIDED);
    }

    /** @param outcome null: a hold was ordered, and nothing is decided */
    public static ReviewFact review(String id, String subject, Against against, @Nullable ObjectionOutcome outcome) {
        String number = "复〔2026〕000003号";
        return new ReviewFact(
                id,
                number,
                UUID.randomUUID().toString(),
                subject,
                "market",
                against,
                outcome,
                outcome == null,
                List.of(),
                outcome == null ? null : decision(number),
                "2021",
                RECEIVED,
                outcome == null ? null : DECIDED);
    }

    public static RepairDecided repair(String subject, Against of, Grant outcome) {
        String number = "修〔2026〕000009号";
        return new RepairDecided(
                UUID.randomUUID().toString(),
                number,
                subject,
                "market",
                of,
                outcome,
                decision(number),
                "2021",
                DECIDED);
    }

    private static Decision decision(String number) {
        return new Decision(number, "赤峰市元宝山区发展和改革委员会", LocalDate.of(2026, 10, 28), "A30");
    }
}
