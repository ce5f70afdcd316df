package org.jointcredit.objection.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jointcredit.contract.event.Hold;

/**
 * A joint action as far as this service knows it.
 *
 * @param holds those that are or were on, of each owner the last
 * @param seq of the event that said so
 */
public record KnownAction(String id, String listing, List<KnownHold> holds, long seq) {
    public KnownAction {
        holds = List.copyOf(holds);
    }

    /** The hold that a case has or had on it. */
    public Optional<KnownHold> hold(String owner) {
        return holds.stream().filter(hold -> hold.owner().equals(owner)).findFirst();
    }

    /** As a later event tells it; what it names no more has ended. */
    KnownAction told(List<Hold> now, long at, Instant moment) {
        List<KnownHold> all = new ArrayList<>();
        for (KnownHold before : holds) {
            if (now.stream().noneMatch(hold -> hold.owner().equals(before.owner()))) {
                all.add(before.endedAt() == null ? before.ended(moment) : before);
            }
        }
        now.forEach(hold -> all.add(new KnownHold(hold.owner(), hold.since(), null)));
        return new KnownAction(id, listing, all, at);
    }
}
