package org.jointcredit.disclosure.register;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * So many tries in a span of time for each key, in the memory of this process: with several instances each allows as
 * many.
 */
final class Allowance {
    private final int tries;
    private final long span;
    private final Map<String, Deque<Long>> made = new HashMap<>();
    private long tidied;

    Allowance(int tries, Duration per) {
        this.tries = tries;
        this.span = per.toNanos();
    }

    /**
     * Counts a try that is allowed.
     *
     * @param now nanoseconds of a clock that never goes back
     * @return how long to wait; zero if it is allowed
     */
    synchronized Duration take(String key, long now) {
        tidy(now);
        Deque<Long> recent = made.computeIfAbsent(key, _ -> new ArrayDeque<>());
        dropPast(recent, now);
        if (recent.size() >= tries) {
            return Duration.ofNanos(span - (now - recent.getFirst()));
        }
        recent.addLast(now);
        return Duration.ZERO;
    }

    private void dropPast(Deque<Long> recent, long now) {
        while (!recent.isEmpty() && now - recent.getFirst() >= span) {
            recent.removeFirst();
        }
    }

    private void tidy(long now) {
        if (now - tidied >= span) {
            tidied = now;
            for (Iterator<Deque<Long>> each = made.values().iterator(); each.hasNext(); ) {
                Deque<Long> recent = each.next();
                dropPast(recent, now);
                if (recent.isEmpty()) {
                    each.remove();
                }
            }
        }
    }
}
