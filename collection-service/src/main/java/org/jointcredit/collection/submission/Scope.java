package org.jointcredit.collection.submission;

import static org.jointcredit.platform.security.Role.AUDITOR;
import static org.jointcredit.platform.security.Role.CREDIT_OFFICER;
import static org.jointcredit.platform.security.Role.SUPERVISOR;

import org.jointcredit.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What of whom a caller may know of (X1): the office everybody's, a department its own. No controller reads without
 * one.
 *
 * @param department null: everybody's
 */
public record Scope(@Nullable String department) {
    public static Scope of(Caller caller) {
        return caller.has(CREDIT_OFFICER, SUPERVISOR, AUDITOR) ? new Scope(null) : own(caller);
    }

    public static Scope own(Caller caller) {
        return new Scope(caller.dept());
    }
}
