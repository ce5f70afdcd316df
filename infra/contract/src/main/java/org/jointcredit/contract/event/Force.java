package org.jointcredit.contract.event;

/// Whether the agency must apply a measure or may decline it with a reason.
public enum Force {
    MANDATORY,
    RECOMMENDED
}
