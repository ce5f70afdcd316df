package org.jointcredit.objection.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hold that sanction has confirmed.
 *
 * @param owner the case that set it
 * @param since when sanction set it
 * @param endedAt when sanction ended it; absent while it is on
 */
public record KnownHold(
        String owner, Instant since, @Nullable Instant endedAt) {
    KnownHold ended(Instant at) {
        return new KnownHold(owner, since, at);
    }
}
