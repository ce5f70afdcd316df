package org.jointcredit.platform.eventing;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A step with its number in the aggregate's journal: audit trail, timeline and, where it has a destination, event.
 *
 * @param seq its number in the aggregate, from 1, without gaps; the {@code ce_sequence}
 * @param id UUIDv7, the {@code ce_id}: the same at every attempt to send it
 * @param data JSON, the very text that is sent
 * @param from see {@link Cause#from()}
 */
public record JournalEntry(
        long seq,
        String id,
        String type,
        Instant at,
        String by,
        String data,
        @Nullable Destination to,
        String correlation,
        @Nullable String causation,
        @Nullable String from) {

    /** The same step with other content: where what it said must be forgotten. */
    public JournalEntry withData(String data) {
        return new JournalEntry(seq, id, type, at, by, data, to, correlation, causation, from);
    }

    Document toDocument() {
        var document = new Document("seq", seq)
                .append("id", id)
                .append("type", type)
                .append("at", Date.from(at))
                .append("by", by)
                .append("data", data)
                .append("correlation", correlation);
        if (causation != null) {
            document.append("causation", causation);
        }
        if (from != null) {
            document.append("from", from);
        }
        if (to != null) {
            document.append("topic", to.topic()).append("key", to.key());
        }
        return document;
    }

    static JournalEntry of(Document document) {
        String topic = document.getString("topic");
        return new JournalEntry(
                document.get("seq", Number.class).longValue(),
                document.getString("id"),
                document.getString("type"),
                document.getDate("at").toInstant(),
                document.getString("by"),
                document.getString("data"),
                topic == null ? null : new Destination(topic, document.getString("key")),
                document.getString("correlation"),
                document.getString("causation"),
                document.getString("from"));
    }
}
