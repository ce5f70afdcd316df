package org.jointcredit.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.testsupport.TestSystem;

/** What departments' own systems send over Kafka, each logged in as itself. */
final class Outbox implements AutoCloseable {
    private final TestSystem system;
    private final Map<String, KafkaProducer<String, byte[]>> producers = new ConcurrentHashMap<>();

    Outbox(TestSystem system) {
        this.system = system;
    }

    /**
     * @param topic its part after the dot names the sender
     * @param id who sends the same again says the same id
     */
    Future<RecordMetadata> send(String topic, String key, String type, String id, Object json) {
        return send(topic, key, headers(type, id), json.toString());
    }

    Future<RecordMetadata> send(String topic, String key, Map<String, String> headers, String value) {
        var record = new ProducerRecord<>(topic, key, value.getBytes(UTF_8));
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        var department = topic.substring(topic.indexOf('.') + 1);
        return producers
                .computeIfAbsent(department, code -> system.producer("sys-" + code))
                .send(record);
    }

    static Map<String, String> headers(String type, String id) {
        return Map.of(
                CloudEvents.SPEC_VERSION,
                "1.0",
                CloudEvents.ID,
                id,
                CloudEvents.SOURCE,
                "urn:jointcredit:acceptance",
                CloudEvents.TYPE,
                type);
    }

    @Override
    public void close() {
        producers.values().forEach(KafkaProducer::close);
    }
}
