package org.jointcredit.collection.listing;

/** Where a listing stands. */
public enum ListingState {
    /** entered by an officer, waits for another one */
    PROPOSED,
    /** in force */
    PUBLISHED,
    /** the second officer said no; nothing was ever in force */
    REFUSED,
    ENDED
}
