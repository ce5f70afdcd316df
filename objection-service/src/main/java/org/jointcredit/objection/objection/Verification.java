package org.jointcredit.objection.objection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the provider or initiator found.
 *
 * @param by user name of the officer, or client of the department's system
 * @param officer named by a system
 */
record Verification(
        Finding finding,
        String statement,
        List<Piece> evidence,
        String by,
        @Nullable String officer,
        Instant at) {
    Verification {
        evidence = List.copyOf(evidence);
    }

    /** Whether this officer had a hand in it. */
    boolean isBy(String username, String displayName) {
        return by.equals(username) || username.equals(officer) || displayName.equals(officer);
    }
}
