package org.jointcredit.contract.event;

/// What a notice is in law, derived from its listing and holds, never from what the agency reports.
public enum Legal {
    IN_FORCE,
    SUSPENDED,
    ENDED,
    RECALLED
}
