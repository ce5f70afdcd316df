package org.jointcredit.disclosure.query;

import java.time.Instant;
import org.jointcredit.disclosure.accesslog.Asker;

/**
 * A query about many subjects. Says nothing of them.
 *
 * @param fingerprint keyed hash of its body
 * @param total how many subjects it asks about
 * @param answered how many of them have their answer
 * @param expiresAt when the answers go
 */
record Batch(
        String id,
        Asker asker,
        String purpose,
        String matter,
        String lawVersion,
        String fingerprint,
        int total,
        int answered,
        Instant askedAt,
        Instant expiresAt) {

    QueryState.State state(Instant now) {
        if (answered >= total) {
            return QueryState.State.DONE;
        }
        if (isOver(now)) {
            return QueryState.State.FAILED;
        }
        return answered == 0 ? QueryState.State.RECEIVED : QueryState.State.RUNNING;
    }

    /** Nothing of it can be read or answered any more. */
    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
