package org.jointcredit.contract.event;

/// Whom information is about: a legal person or unincorporated organisation, or a natural person.
public enum SubjectKind {
    ORGANISATION,
    PERSON
}
