package org.jointcredit.contract.problem;

/// Why a field was refused. The names are part of the front doors: never renamed, only added to.
public enum ErrorCode {
    /// missing, empty or blank
    REQUIRED,
    /// more code points than the field takes
    TOO_LONG,
    /// wrong type, impossible date, letters or signs that cannot stand here
    FORMAT,
    /// well-formed, but the check character does not fit
    CHECK_DIGIT,
    /// no such code, or it does not take this
    UNKNOWN_CODE,
    /// a code where none may stand, e.g. of an organisation with a natural person
    CODE_NOT_ALLOWED,
    DATE_IN_FUTURE,
    /// dates that must follow one another do not
    DATE_ORDER,
    PERIOD_TOO_LONG,
    AMOUNT_REQUIRED,
    CERTIFICATE_REQUIRED,
    /// the deciding body's own code given as the subject's
    OWN_CODE,
    /// a person not yet of full capacity on the day that counts
    NOT_OF_AGE,
    /// the number is taken by other content
    DUPLICATE,
    /// what may never be collected (A12)
    FORBIDDEN_DATA,
    /// what may be collected with the person's written consent only (A12)
    CONSENT_REQUIRED,
    UNKNOWN_FIELD,
    /// another department's, or not known to the asker
    NOT_YOURS,
    /// nothing in law or list allows it, e.g. declining a mandatory measure
    NO_BASIS,
    /// the second pair of eyes is missing or the same as the first
    FOUR_EYES,
    WRONG_STATE
}
