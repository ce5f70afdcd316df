package org.jointcredit.disclosure.accesslog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ties each entry of the log to the one before, with a key that the database does not hold: who changes, removes or
 * slips in an entry is noticed (A33).
 */
@Component
final class Chain {
    private final IndexKeys keys;

    Chain(IndexKeys keys) {
        this.keys = keys;
    }

    /** @param last the newest entry so far; null: there is none */
    List<LogEntry> continued(@Nullable LogEntry last, List<Look> looks, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        long number = last == null ? 0 : last.number();
        String previous = last == null ? "" : last.seal();
        List<LogEntry> entries = new ArrayList<>();
        for (Look look : looks) {
            number++;
            String seal = keys.keyedFingerprint(text(number, at, look, previous));
            entries.add(new LogEntry(number, at, look, previous, seal));
            previous = seal;
        }
        return entries;
    }

    /** Whether the entry follows the one before it and says what it said when it was written. */
    boolean holds(@Nullable LogEntry before, LogEntry entry) {
        return entry.number() == (before == null ? 1 : before.number() + 1)
                && entry.previous().equals(before == null ? "" : before.seal())
                && keys.matches(entry.seal(), text(entry.number(), entry.at(), entry.look(), entry.previous()));
    }

    private static String text(long number, Instant at, Look look, String previous) {
        List<@Nullable Object> parts = new ArrayList<>(Arrays.<@Nullable Object>asList(
                number,
                at.toEpochMilli(),
                look.kind(),
                look.asker().officer(),
                look.asker().username(),
                look.asker().department(),
                look.asker().system(),
                look.subject(),
                look.purpose(),
                look.matter(),
                look.request(),
                look.records(),
                previous));
        if (look.why() != null) { // entries of before there was a why hold as they were sealed
            parts.add(look.why());
        }
        return ContractJson.mapper().writeValueAsString(parts);
    }
}
