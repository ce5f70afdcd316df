package org.jointcredit.platform.law;

/** What has become of a version of law data. */
public enum LawState {
    /** one officer wants it */
    PROPOSED,
    /** another one put it in force; it governs from its first day on */
    IN_FORCE,
    /** it never becomes law */
    REFUSED
}
