package org.jointcredit.contract.event;

/// How far an objection is.
public enum ObjectionState {
    RECEIVED,
    /// the provider, who was asked when it was received, has said what it found
    VERIFYING,
    DECIDED,
    WITHDRAWN
}
