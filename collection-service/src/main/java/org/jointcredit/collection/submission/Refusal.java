package org.jointcredit.collection.submission;

/** Why a command is refused as a whole. */
public enum Refusal {
    /** not there, or not for the asker to know of */
    UNKNOWN,
    /** another department's list type */
    NOT_YOURS,
    /** the second pair of eyes is the first one */
    FOUR_EYES,
    /** the listing stands where this cannot be done */
    WRONG_STATE,
    /** the number is taken by other content */
    DUPLICATE,
    /** fields are wrong */
    INVALID
}
