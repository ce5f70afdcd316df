package org.jointcredit.contract.event;

/// Whether a measure rewards or punishes (A24, A26).
public enum MeasureKind {
    INCENTIVE,
    SANCTION
}
