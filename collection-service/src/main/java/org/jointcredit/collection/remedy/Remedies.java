package org.jointcredit.collection.remedy;

import java.util.List;
import java.util.Objects;
import org.jointcredit.collection.listing.ListingRemedies;
import org.jointcredit.collection.record.RecordRemedies;
import org.jointcredit.collection.record.RequestedErasure;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ExitDecided;
import org.jointcredit.contract.event.Grant;
import org.jointcredit.contract.event.ObjectionFact;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.RepairDecided;
import org.jointcredit.contract.event.ReviewFact;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.InboundEvent;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries out what was decided. A step is explained by its case: its number stands for who took it. What was upheld in
 * part, or is no owner's to correct, changes nothing here.
 */
@Component
final class Remedies {
    private final RequestedErasure erasure;
    private final RecordRemedies records;
    private final ListingRemedies listings;
    private final BusinessClock clock;

    Remedies(RequestedErasure erasure, RecordRemedies records, ListingRemedies listings, BusinessClock clock) {
        this.erasure = erasure;
        this.records = records;
        this.listings = listings;
        this.clock = clock;
    }

    void take(List<InboundEvent> events) {
        events.forEach(this::take);
    }

    private void take(InboundEvent event) {
        switch (event.headers().type()) {
            case EventTypes.DELETION_DECIDED -> erasure.take(event);
            case EventTypes.OBJECTION_DECIDED -> {
                var objection = event.as(ObjectionFact.class);
                judged(
                        objection.outcome(),
                        objection.against(),
                        objection.decision(),
                        cause(event, objection.number()));
            }
            case EventTypes.REVIEW_DECIDED -> {
                var review = event.as(ReviewFact.class);
                judged(review.outcome(), review.against(), review.decision(), cause(event, review.number()));
            }
            case EventTypes.REPAIR_DECIDED -> repaired(event.as(RepairDecided.class), event);
            case EventTypes.EXIT_DECIDED -> exited(event.as(ExitDecided.class), event);
            default -> {
                // a snapshot tells of everything
            }
        }
    }

    /** The record first: whoever dies in between leaves listings that the next one finds. */
    private void judged(@Nullable ObjectionOutcome outcome, Against against, @Nullable Decision decision, Cause cause) {
        if (outcome != ObjectionOutcome.UPHELD) {
            return;
        }
        Decision why = Objects.requireNonNull(decision);
        switch (against.kind()) {
            case LISTING -> listings.revoke(id(against), why, cause);
            case RECORD -> {
                records.withdraw(id(against), why, cause);
                listings.revokeRestingOn(id(against), records::standing, why, cause);
            }
            case NOTICE, MISSING -> {
                // nothing here that was wrong
            }
        }
    }

    private void repaired(RepairDecided repair, InboundEvent event) {
        if (repair.outcome() != Grant.GRANTED) {
            return;
        }
        Cause cause = cause(event, repair.number());
        switch (repair.of().kind()) {
            case RECORD -> records.repair(id(repair.of()), repair.decision(), cause);
            case LISTING -> listings.repair(id(repair.of()), repair.decision(), cause);
            case NOTICE, MISSING ->
                throw new IllegalArgumentException(repair.of().kind().name());
        }
    }

    private void exited(ExitDecided exit, InboundEvent event) {
        if (exit.outcome() == Grant.GRANTED) {
            listings.exit(exit.listing(), exit.decision(), exit.on(), cause(event, exit.number()));
        }
    }

    private Cause cause(InboundEvent event, String number) {
        return Cause.of(event, number, clock.now());
    }

    private static String id(Against against) {
        return Objects.requireNonNull(against.id());
    }
}
