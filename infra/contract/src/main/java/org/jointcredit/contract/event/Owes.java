package org.jointcredit.contract.event;

/// What the agency still has to report of a notice, derived from its legal and agency state.
public enum Owes {
    NONE,
    RECEIPT,
    EXECUTION,
    PAUSE,
    RELEASE,
    UNDOING
}
