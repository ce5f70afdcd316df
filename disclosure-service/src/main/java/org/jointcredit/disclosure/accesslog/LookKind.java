package org.jointcredit.disclosure.accesslog;

/** How somebody looked at what is not public. */
public enum LookKind {
    /** an organ asked about one subject (A19) */
    QUERY,
    /** an organ asked about many at once (A19) */
    BATCH_QUERY,
    /** an agency checked whether a measure is in force on a person (S6, A22) */
    CHECK,
    /** somebody whom the subject has authorised (A17) */
    AUTHORISED,
    /** asked beyond one's powers: nothing was shown, and an alarm was raised (X2) */
    REFUSED
}
