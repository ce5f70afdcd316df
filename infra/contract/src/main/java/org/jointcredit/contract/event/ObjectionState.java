package org.jointcredit.contract.event;

/// How far an objection is.
public enum ObjectionState {
    RECEIVED,
    /// the provider has been asked
    VERIFYING,
    DECIDED,
    WITHDRAWN
}
