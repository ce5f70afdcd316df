package org.jointcredit.platform.eventing;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EventHeaders;
import org.springframework.kafka.core.KafkaTemplate;

/** Puts a journal entry on its topic as a CloudEvent in binary mode. */
final class EventSender {

    private final KafkaTemplate<String, String> kafka;
    private final String source;
    private final boolean numbered;

    /** @param numbered whether events carry their aggregate's {@code ce_sequence}; single answers have none */
    EventSender(KafkaTemplate<String, String> kafka, String source, boolean numbered) {
        this.kafka = kafka;
        this.source = source;
        this.numbered = numbered;
    }

    CompletableFuture<?> send(String aggregate, JournalEntry entry) {
        if (entry.to() == null) {
            return CompletableFuture.completedFuture(null);
        }
        Destination to = Objects.requireNonNull(entry.to());
        var record = new ProducerRecord<>(to.topic(), to.key(), entry.data());
        var headers = new EventHeaders(
                entry.id(),
                source,
                entry.type(),
                aggregate,
                entry.at(),
                numbered ? entry.seq() : null,
                entry.correlation(),
                entry.causation(),
                null);
        CloudEvents.write(headers)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return kafka.send(record);
    }
}
