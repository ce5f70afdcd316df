package org.jointcredit.contract.event;

/// What a person is to the organisation it stands behind (P4.2, P4.6).
public enum PersonRole {
    LEGAL_REPRESENTATIVE,
    PRINCIPAL,
    PRACTITIONER,
    SENIOR_MANAGER,
    DIRECTOR,
    SHAREHOLDER,
    SUPERVISOR
}
