package org.jointcredit.contract.event;

/// Why a listing ended. REVOKED: it was wrong from the start, its notices are recalled; the others end them.
public enum EndingReason {
    TERM,
    EXIT,
    REVOKED,
    COURT
}
