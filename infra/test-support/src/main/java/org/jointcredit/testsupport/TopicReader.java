package org.jointcredit.testsupport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;

/// Collects what arrives in topics and waits for what a test expects there.
public final class TopicReader implements AutoCloseable {
    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

    TopicReader(KafkaConsumer<String, String> consumer) {
        this.consumer = consumer;
    }

    /// Everything read so far, in the order of arrival.
    public List<ConsumerRecord<String, String>> seen() {
        return List.copyOf(seen);
    }

    /// Waits until this many records that match have been seen, since the reader was made.
    ///
    /// @throws AssertionError when they do not come in time; it tells topics, keys and types seen, no content
    public List<ConsumerRecord<String, String>> await(
            int count, Duration patience, Predicate<ConsumerRecord<String, String>> matching) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var found = seen.stream().filter(matching).toList();
            if (found.size() >= count) {
                return found;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("expected " + count + " records, saw " + found.size() + " that match among "
                        + seen.stream()
                                .map(record -> record.topic() + " " + header(record, "ce_type"))
                                .toList());
            }
            consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
        }
    }

    /// The text of a header, empty when it is missing.
    public static String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
