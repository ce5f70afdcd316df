package org.jointcredit.platform.eventing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EventHeaders;
import org.jointcredit.contract.event.UnreadableHeaders;
import org.jointcredit.platform.json.StrictJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Reads a consumption's batches. What cannot be understood is put aside at once; what cannot be done now is tried
 * again until it can; when a batch fails for another reason its events are applied one by one, and the one that fails
 * is put aside with the later ones of its aggregate. When the listener returns, nothing of the batch is left to do.
 */
final class EventConsumer implements BatchMessageListener<String, byte[]> {

    private static final Logger log = LoggerFactory.getLogger(EventConsumer.class);

    private record Read(ConsumerRecord<String, byte[]> record, InboundEvent event) {
        @Nullable
        String aggregate() {
            // of our own events only: what an outsider calls a subject holds up nobody
            return event.headers().sequence() == null ? null : event.headers().subject();
        }
    }

    private static final class NotUnderstood extends Exception {
        NotUnderstood(String reason) {
            super(reason);
        }
    }

    private final Consumption consumption;
    private final DeadLetters deadLetters;
    private final Parked parked;
    private final AtomicBoolean stopping;

    EventConsumer(Consumption consumption, DeadLetters deadLetters, Parked parked, AtomicBoolean stopping) {
        this.consumption = consumption;
        this.deadLetters = deadLetters;
        this.parked = parked;
        this.stopping = stopping;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        List<Read> understood = new ArrayList<>(records.size());
        for (var record : records) {
            try {
                InboundEvent event = understand(record);
                if (event != null) {
                    understood.add(new Read(record, event));
                }
            } catch (NotUnderstood e) {
                deadLetters.send(consumption.name(), record, String.valueOf(e.getMessage()), stopping);
            }
        }
        List<Read> free = putAsideWhatFollowsAParkedOne(understood);
        if (free.isEmpty()) {
            return;
        }
        try {
            apply(free);
        } catch (Retry.Stopped e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("{}: batch of {} applied one by one: {}", consumption.name(), free.size(), Outage.describe(e));
            applyOneByOne(free);
        }
    }

    private void apply(List<Read> reads) {
        var events = reads.stream().map(Read::event).toList();
        Retry.untilDone(
                consumption.name(), stopping, () -> consumption.handler().handle(events));
    }

    private void applyOneByOne(List<Read> reads) {
        Set<String> parkedNow = new HashSet<>();
        for (Read read : reads) {
            String aggregate = read.aggregate();
            if (aggregate != null && parkedNow.contains(aggregate)) {
                putAside(read, "an earlier event of the same aggregate was put aside");
                continue;
            }
            try {
                apply(List.of(read));
            } catch (Retry.Stopped e) {
                throw e;
            } catch (RuntimeException e) {
                StackTraceElement[] trace = e.getStackTrace();
                log.error("{}: {} at {}", consumption.name(), Outage.describe(e), trace.length > 0 ? trace[0] : "?");
                putAside(read, "could not be applied: " + Outage.describe(e));
                if (aggregate != null) {
                    parkedNow.add(aggregate);
                }
            }
        }
    }

    private List<Read> putAsideWhatFollowsAParkedOne(List<Read> reads) {
        Set<String> aggregates = new HashSet<>();
        for (Read read : reads) {
            if (read.aggregate() != null) {
                aggregates.add(read.aggregate());
            }
        }
        Set<String> held = new HashSet<>();
        Retry.untilDone(consumption.name(), stopping, () -> held.addAll(parked.among(consumption.name(), aggregates)));
        if (held.isEmpty()) {
            return reads;
        }
        List<Read> free = new ArrayList<>();
        for (Read read : reads) {
            if (read.aggregate() != null && held.contains(read.aggregate())) {
                putAside(read, "an earlier event of the same aggregate was put aside");
            } else {
                free.add(read);
            }
        }
        return free;
    }

    /** The mark comes first: a crash between the two parks the event again, and never lets a later one overtake it. */
    private void putAside(Read read, String reason) {
        if (read.aggregate() != null) {
            String aggregate = read.aggregate();
            Retry.untilDone(consumption.name(), stopping, () -> parked.park(consumption.name(), aggregate));
        }
        deadLetters.send(consumption.name(), read.record(), reason, stopping);
    }

    /** Null: passed over. */
    private @Nullable InboundEvent understand(ConsumerRecord<String, byte[]> record) throws NotUnderstood {
        EventHeaders headers = headers(record);
        if (consumption.passedOver().contains(headers.type())) {
            return null;
        }
        if (!consumption.types().contains(headers.type())) {
            throw new NotUnderstood("unknown event type");
        }
        if (record.value() == null) {
            throw new NotUnderstood("no value");
        }
        try {
            return new InboundEvent(record.topic(), record.key(), headers, StrictJson.object(record.value()));
        } catch (StrictJson.Unreadable e) {
            throw new NotUnderstood("the value is no JSON object: " + e.getMessage());
        }
    }

    private static EventHeaders headers(ConsumerRecord<String, byte[]> record) throws NotUnderstood {
        Map<String, String> texts = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return switch (CloudEvents.read(texts)) {
            case EventHeaders headers -> headers;
            case UnreadableHeaders(String reason) -> throw new NotUnderstood(reason);
        };
    }
}
