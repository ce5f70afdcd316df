package org.jointcredit.contract.event;

/// How an objection, or its review, was decided.
public enum ObjectionOutcome {
    /// the owner ends the listing as revoked, or withdraws the record
    UPHELD,
    /// the owner changes it; held until the change arrives
    PARTLY,
    REJECTED
}
