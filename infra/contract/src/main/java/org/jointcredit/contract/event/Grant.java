package org.jointcredit.contract.event;

/// How a repair or an exit was decided.
public enum Grant {
    GRANTED,
    REFUSED
}
