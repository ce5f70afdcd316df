package org.jointcredit.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jointcredit.contract.event.CloudEvents;

/// Reads what arrives on some topics from now on, as the bus's administrator, who may read all. The baseline is read
/// in the same way as the product.
final class Arrivals implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final KafkaConsumer<String, byte[]> consumer;

    Arrivals(Map<String, Object> login, Predicate<String> topics) {
        var settings = new HashMap<>(login);
        settings.put("enable.auto.commit", false);
        settings.put("max.poll.records", 5000);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        Collection<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                .filter(topic -> topics.test(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream()
                        .map(partition -> new TopicPartition(partition.topic(), partition.partition())))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /// Waits for this many records.
    ///
    /// @param each takes a record and when it was read, as [System#nanoTime]
    /// @return records a second, from the first arrival to the last
    double await(int count, ObjLongConsumer<ConsumerRecord<String, byte[]>> each) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        long first = 0;
        int atFirst = 0;
        int seen = 0;
        while (true) {
            var records = consumer.poll(Duration.ofMillis(100));
            var now = System.nanoTime();
            records.forEach(record -> each.accept(record, now));
            if (seen == 0 && records.count() > 0) {
                first = now;
                atFirst = records.count();
            }
            seen += records.count();
            if (seen >= count) {
                return (seen - atFirst) / ((now - first) / 1e9);
            }
            if (now > deadline) {
                throw new IllegalStateException("only " + seen + " of " + count + " records arrived");
            }
        }
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /// The listing that a notice follows from: the first part of the notice's id.
    static String listing(ConsumerRecord<String, byte[]> notice) {
        var id = header(notice, CloudEvents.SUBJECT);
        return id.substring(0, id.indexOf(':'));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
