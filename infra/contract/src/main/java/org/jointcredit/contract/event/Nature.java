package org.jointcredit.contract.event;

/// When a measure takes effect. GATE: when somebody asks for something; CONTINUING: by itself, until undone.
public enum Nature {
    GATE,
    CONTINUING
}
