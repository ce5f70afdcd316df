package org.jointcredit.contract.event;

/// What a list is: of severe dishonesty, of merit, or kept for reference and setting off nothing (P3.1, P4.1, P5.5).
public enum ListClass {
    SEVERE,
    RED,
    REFERENCE
}
