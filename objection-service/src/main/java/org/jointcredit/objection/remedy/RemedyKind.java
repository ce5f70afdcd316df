package org.jointcredit.objection.remedy;

/** What a subject can ask for. */
public enum RemedyKind {
    OBJECTION,
    REVIEW,
    REPAIR,
    EXIT
}
