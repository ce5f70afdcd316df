package org.jointcredit.collection.listing;

import static org.jointcredit.platform.security.Role.AUDITOR;
import static org.jointcredit.platform.security.Role.CREDIT_OFFICER;
import static org.jointcredit.platform.security.Role.SUPERVISOR;

import org.jointcredit.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Whose listings a caller may know of (X1): the office everybody's, a department its own. No controller reads without
 * one.
 *
 * @param department null: everybody's
 */
record Scope(@Nullable String department) {
    static Scope of(Caller caller) {
        return caller.has(CREDIT_OFFICER, SUPERVISOR, AUDITOR) ? new Scope(null) : own(caller);
    }

    static Scope own(Caller caller) {
        return new Scope(caller.dept());
    }
}
