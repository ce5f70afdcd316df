package org.jointcredit.acceptance;

import static java.util.Comparator.comparing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.testsupport.TestSystem;
import tools.jackson.databind.JsonNode;

/**
 * Everything that goes over the topics from now on, read by {@code svc-admin}, who may read all. A broker that is away
 * is waited for.
 */
final class Wire implements AutoCloseable {
    private final Map<String, List<Seen>> seen = new ConcurrentHashMap<>();
    private final Listener listener;

    private Wire(KafkaConsumer<String, String> consumer) {
        this.listener = new Listener("wire", () -> consumer, this::keep).start();
    }

    record Seen(String topic, String key, Map<String, String> headers, String text) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        String type() {
            return header(CloudEvents.TYPE);
        }

        String id() {
            return header(CloudEvents.ID);
        }

        /** Of the aggregate. */
        String subject() {
            return header(CloudEvents.SUBJECT);
        }

        long sequence() {
            return Long.parseLong(header(CloudEvents.SEQUENCE));
        }

        String causation() {
            return header(CloudEvents.CAUSATION_ID);
        }

        JsonNode value() {
            return Front.JSON.readTree(text);
        }
    }

    static Wire fromNow(TestSystem system, Collection<String> topics) {
        var consumer = system.consumer("svc-admin", "unused");
        var partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition())))
                .sorted(comparing(TopicPartition::toString))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // now, not at the first poll
        return new Wire(consumer);
    }

    /** In the order of arrival. */
    List<Seen> on(String topic) {
        var records = seen.getOrDefault(topic, List.of());
        synchronized (records) {
            return new ArrayList<>(records);
        }
    }

    Stream<Seen> on(Collection<String> topics, Predicate<Seen> matching) {
        return topics.stream().flatMap(topic -> on(topic).stream()).filter(matching);
    }

    /** What ended the reading. */
    Optional<Throwable> death() {
        return listener.death();
    }

    private void keep(ConsumerRecords<String, String> arrived) {
        for (var record : arrived) {
            var records = seen.computeIfAbsent(record.topic(), _ -> new ArrayList<>());
            synchronized (records) {
                records.add(new Seen(record.topic(), record.key(), headers(record), record.value()));
            }
        }
    }

    private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    @Override
    public void close() {
        listener.close();
    }
}
