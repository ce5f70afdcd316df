package org.jointcredit.platform.security;

/// A post of the realm `joint-credit`. Roles of a token that are not named here give nothing.
public enum Role {
    REPORTER,
    APPROVER,
    IMPLEMENTER,
    CREDIT_OFFICER,
    REVIEWER,
    SUPERVISOR,
    LAW_ADMIN,
    AUDITOR,
    SUBJECT,
    /// a department's own system
    SYSTEM,
    /// one of our own services, for what no outsider may ask (e.g. a subject's identity)
    SERVICE
}
