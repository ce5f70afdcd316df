package org.jointcredit.collection.submission;

import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who submits something, as token or topic say; never the body.
 *
 * @param department code of the department
 * @param name of the officer or of the department's system
 * @param system whether a department's own system sends it, which names both officers of a decision itself
 * @param office whether it is the credit office, which hands in records for every provider
 * @param from address or topic that it comes from (A27)
 */
public record Sender(
        String department,
        String name,
        boolean system,
        boolean office,
        @Nullable String from) {

    public static Sender of(Caller caller) {
        return new Sender(
                caller.dept(),
                caller.username(),
                caller.has(Role.SYSTEM),
                caller.has(Role.CREDIT_OFFICER),
                caller.address());
    }
}
