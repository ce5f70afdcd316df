package org.jointcredit.contract.event;

/// What an objection says is wrong (A30).
public enum Claim {
    WRONG,
    MISSING,
    MUST_NOT_BE_PUBLIC
}
