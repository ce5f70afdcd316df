package org.jointcredit.platform.eventing;

import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.EventIds;

/**
 * The part of every aggregate's document that the platform owns: {@code seq}, {@code journal} and the {@code outbox}
 * cursor {sent, due, lease, until}. State and journal change in one write, so what is stored is sent and what is sent
 * is stored.
 */
public final class Journal {

    public static final String SEQ = "seq";
    static final String JOURNAL = "journal";
    /** Sequence of the last entry that was sent. */
    public static final String SENT = "outbox.sent";

    static final String DUE = "outbox.due";
    static final String LEASE = "outbox.lease";
    static final String UNTIL = "outbox.until";
    /** Longer than the producer tries to deliver, so that no second sender starts while the first may still succeed. */
    static final Duration LEASE_TIME = Duration.ofSeconds(20);

    private final Clock clock;

    Journal(Clock clock) {
        this.clock = clock;
    }

    /** Gives steps their numbers after {@code seq}, the aggregate's last one (0: it is new). */
    public List<JournalEntry> number(long seq, Cause cause, List<Step> steps) {
        var entries = new ArrayList<JournalEntry>(steps.size());
        for (Step step : steps) {
            entries.add(new JournalEntry(
                    ++seq,
                    EventIds.next(),
                    step.type(),
                    cause.at(),
                    cause.by(),
                    ContractJson.mapper().writeValueAsString(step.payload()),
                    step.to(),
                    cause.correlation(),
                    cause.causation(),
                    cause.from()));
        }
        return entries;
    }

    /**
     * The platform's fields of a new aggregate. Its writer holds the lease of what it wrote and hands the returned
     * dispatch to the {@link Relay} after the write has committed; if it dies before, another relay sends.
     */
    public Dispatch open(Document aggregate, List<JournalEntry> entries) {
        String lease = EventIds.next();
        Date now = Date.from(clock.instant());
        long seq = last(entries);
        aggregate
                .append(SEQ, seq)
                .append(JOURNAL, entries.stream().map(JournalEntry::toDocument).toList())
                .append(
                        "outbox",
                        new Document("sent", 0L)
                                .append("due", now)
                                .append("lease", lease)
                                .append("until", Date.from(clock.instant().plus(LEASE_TIME))));
        return new Dispatch(aggregate.getString("_id"), lease, 0, entries);
    }

    /** The platform's part of an update that appends entries; combine it with the state's own changes. */
    public Bson append(List<JournalEntry> entries) {
        return Updates.combine(
                Updates.set(SEQ, last(entries)),
                Updates.pushEach(
                        JOURNAL, entries.stream().map(JournalEntry::toDocument).toList()),
                Updates.set(DUE, Date.from(clock.instant())));
    }

    /** The same, where what earlier entries said must go too; all of them are sent already. */
    public Bson rewrite(List<JournalEntry> earlier, List<JournalEntry> added) {
        return Updates.combine(
                Updates.set(SEQ, last(added)),
                Updates.set(
                        JOURNAL,
                        Stream.concat(earlier.stream(), added.stream())
                                .map(JournalEntry::toDocument)
                                .toList()),
                Updates.set(DUE, Date.from(clock.instant())));
    }

    /** The update that has everything sent once more, under the same event ids: for answers that were lost. */
    public Bson again() {
        return Updates.combine(Updates.set(SENT, 0L), Updates.set(DUE, Date.from(clock.instant())));
    }

    /** The journal of a stored aggregate, oldest first. */
    public static List<JournalEntry> of(Document aggregate) {
        return aggregate.getList(JOURNAL, Document.class, List.of()).stream()
                .map(JournalEntry::of)
                .toList();
    }

    private static long last(List<JournalEntry> entries) {
        return entries.getLast().seq();
    }
}
