package org.jointcredit.collection.listing;

import org.jointcredit.collection.submission.Refusal;
import org.jointcredit.contract.event.EventTypes;

/** What a command does to a listing: it moves it on by one step, or is refused. */
sealed interface Move {

    /** The listing as it is now, and what happened to it. */
    record Made(Listing listing, Happening what) implements Move {}

    record Refused(Refusal reason) implements Move {}

    /** What can happen to a listing. */
    enum Happening {
        PROPOSED("listing-proposed", false),
        PUBLISHED(EventTypes.LISTING_PUBLISHED, true),
        REFUSED("listing-refused", false),
        CHANGE_PROPOSED("listing-change-proposed", false),
        CHANGE_REFUSED("listing-change-refused", false),
        CHANGED(EventTypes.LISTING_CHANGED, true),
        ENDED(EventTypes.LISTING_ENDED, true),
        /** others heard of the repair itself; to them it would look like a correction */
        REPAIRED("listing-repaired", false);

        final String type;
        /** whether the other services are told */
        final boolean fact;

        Happening(String type, boolean fact) {
            this.type = type;
            this.fact = fact;
        }
    }
}
