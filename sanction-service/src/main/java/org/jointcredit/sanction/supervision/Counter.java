package org.jointcredit.sanction.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.NoticeFlag;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.sanction.action.Notice;

/**
 * As what a notice is counted within its cell: always one state, and beside it what it owes and how long its agency
 * took. Each is one object, however often it is counted. Its text is how it is stored.
 */
sealed interface Counter {

    record State(Legal legal, AgencyState agency, boolean flagged, boolean whileSuspended) implements Counter {
        @Override
        public String text() {
            return legal.name() + '/' + agency + (flagged ? "/FLAGGED" : "/") + (whileSuspended ? "/ON_HOLD" : "/");
        }
    }

    record Owed(Owes owes, LocalDate due) implements Counter {
        @Override
        public String text() {
            return owes.name() + '/' + due;
        }
    }

    /** @param bucket see {@link Span} */
    record Received(int bucket) implements Counter {
        @Override
        public String text() {
            return RECEIVED + bucket;
        }
    }

    /** @param bucket see {@link Span} */
    record Executed(int bucket) implements Counter {
        @Override
        public String text() {
            return EXECUTED + bucket;
        }
    }

    String RECEIVED = "received/";
    String EXECUTED = "executed/";

    String text();

    /** @param notice one that was issued */
    static List<Counter> of(Notice notice) {
        var record = notice.record();
        var issued = Objects.requireNonNull(notice.standing().issuedAt());
        List<Counter> counters = new ArrayList<>(4);
        counters.add(Known.one(new State(
                notice.legal(),
                record.state(),
                !notice.flags().isEmpty(),
                notice.flags().contains(NoticeFlag.WHILE_SUSPENDED))));
        if (notice.owes() != Owes.NONE) {
            counters.add(Known.one(new Owed(notice.owes(), Objects.requireNonNull(notice.dueNow()))));
        }
        if (record.receivedAt() != null) {
            counters.add(Known.one(new Received(Span.bucket(issued, record.receivedAt()))));
        }
        if (record.executedAt() != null) {
            counters.add(Known.one(new Executed(Span.bucket(issued, record.executedAt()))));
        }
        return counters;
    }

    static Counter of(String text) {
        Counter known = Known.BY_TEXT.get(text);
        return known == null ? Known.one(parse(text)) : known;
    }

    private static Counter parse(String text) {
        if (text.startsWith(RECEIVED)) {
            return new Received(Integer.parseInt(text.substring(RECEIVED.length())));
        }
        if (text.startsWith(EXECUTED)) {
            return new Executed(Integer.parseInt(text.substring(EXECUTED.length())));
        }
        String[] parts = text.split("/", -1);
        return parts.length == 2
                ? new Owed(Owes.valueOf(parts[0]), LocalDate.parse(parts[1]))
                : new State(
                        Legal.valueOf(parts[0]),
                        AgencyState.valueOf(parts[1]),
                        !parts[2].isEmpty(),
                        !parts[3].isEmpty());
    }

    /** Some ten thousand in years: states, days, buckets. */
    final class Known {
        private static final Map<String, Counter> BY_TEXT = new ConcurrentHashMap<>();
        private static final Map<Counter, Counter> ALL = new ConcurrentHashMap<>();

        private Known() {}

        private static Counter one(Counter counter) {
            Counter known = ALL.get(counter);
            if (known != null) {
                return known;
            }
            Counter first = ALL.putIfAbsent(counter, counter);
            Counter one = first == null ? counter : first;
            BY_TEXT.put(one.text(), one);
            return one;
        }
    }
}
