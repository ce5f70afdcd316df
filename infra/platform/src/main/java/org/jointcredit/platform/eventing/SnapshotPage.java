package org.jointcredit.platform.eventing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.jointcredit.contract.event.EventHeaders;
import org.jointcredit.platform.json.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * Some of an owner's aggregates, as the very events that told of them: who applies them needs no second way to read.
 *
 * @param next where the next page begins; absent: that was the last one
 */
public record SnapshotPage(List<Event> events, @Nullable String next) {
    public SnapshotPage {
        events = List.copyOf(events);
    }

    /**
     * @param aggregate id of what it tells of, the {@code ce_subject}
     * @param key the record key as sent
     * @param data the very text that was sent; what was sealed is sealed
     */
    public record Event(
            String id,
            String type,
            String aggregate,
            long sequence,
            Instant at,
            String correlation,
            String key,
            String data) {

        static Event of(String aggregate, JournalEntry entry, Destination to) {
            return new Event(
                    entry.id(),
                    entry.type(),
                    aggregate,
                    entry.seq(),
                    entry.at(),
                    entry.correlation(),
                    to.key(),
                    entry.data());
        }

        private InboundEvent on(String topic) {
            var headers = new EventHeaders(id, "/snapshot", type, aggregate, at, sequence, correlation, null, null);
            return new InboundEvent(topic, key, headers, StrictJson.object(data.getBytes(UTF_8)));
        }
    }

    /** As if they had just come on the topic. */
    public List<InboundEvent> on(String topic) {
        return events.stream().map(event -> event.on(topic)).toList();
    }
}
