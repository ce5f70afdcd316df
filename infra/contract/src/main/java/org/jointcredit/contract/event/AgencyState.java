package org.jointcredit.contract.event;

/// What the agency last reported of a notice; RECEIVED replaces NONE only.
public enum AgencyState {
    NONE,
    RECEIVED,
    EXECUTED,
    DECLINED,
    PAUSED,
    RELEASED,
    UNDONE
}
