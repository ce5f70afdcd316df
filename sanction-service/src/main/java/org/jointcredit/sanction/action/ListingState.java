package org.jointcredit.sanction.action;

import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.ListingFact;

/** What is true of the listing that set an action off. */
public enum ListingState {
    IN_FORCE,
    /** Over, by term, exit or court: its measures are lifted. */
    ENDED,
    /** Wrong from the start: its measures are recalled (P5.8). */
    REVOKED;

    static ListingState of(ListingFact listing) {
        if (listing.ended() == null) {
            return IN_FORCE;
        }
        return listing.ended().reason() == EndingReason.REVOKED ? REVOKED : ENDED;
    }
}
