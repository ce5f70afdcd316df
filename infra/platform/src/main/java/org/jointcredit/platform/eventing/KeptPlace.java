package org.jointcredit.platform.eventing;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jointcredit.platform.eventing.Places.Place;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Begins each partition at the place that the database knows, and notes it after each batch. Where that place is gone,
 * because the topic keeps nothing of then any more or is a younger one, it refuses to begin: what lies between is never
 * skipped.
 */
final class KeptPlace implements BatchMessageListener<String, byte[]>, ConsumerAwareRebalanceListener {

    /** A broker that has just come back may not know its own end yet. */
    private static final int LOOKS = 20;

    private static final long BETWEEN_LOOKS_MILLIS = Duration.ofMillis(500).toMillis();

    private final String consumption;
    private final EventConsumer consumer;
    private final Places places;
    private final KafkaAdmin admin;
    private final AtomicBoolean stopping;
    /** By name, as they were when their partitions were assigned. */
    private final Map<String, String> topics = new ConcurrentHashMap<>();

    KeptPlace(String consumption, EventConsumer consumer, Places places, KafkaAdmin admin, AtomicBoolean stopping) {
        this.consumption = consumption;
        this.consumer = consumer;
        this.places = places;
        this.admin = admin;
        this.stopping = stopping;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        consumer.onMessage(records);
        Map<TopicPartition, Place> next = new HashMap<>();
        records.forEach(record -> next.put(
                new TopicPartition(record.topic(), record.partition()),
                new Place(record.offset() + 1, topics.get(record.topic()))));
        Retry.untilDone(consumption, stopping, () -> places.reached(consumption, next));
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> broker, Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            Retry.untilDone(consumption, stopping, () -> begin(broker, Set.copyOf(partitions)));
        }
    }

    private void begin(Consumer<?, ?> broker, Set<TopicPartition> partitions) {
        Map<TopicPartition, Place> kept = places.of(consumption, partitions);
        Map<TopicPartition, Long> first = broker.beginningOffsets(partitions);
        String[] names =
                partitions.stream().map(TopicPartition::topic).distinct().toArray(String[]::new);
        admin.describeTopics(names)
                .forEach((name, topic) -> topics.put(name, topic.topicId().toString()));
        Map<TopicPartition, Long> gone = new HashMap<>();
        kept.forEach((partition, place) -> {
            boolean another = place.topic() != null && !place.topic().equals(topics.get(partition.topic()));
            if (another || place.next() < first.getOrDefault(partition, 0L)) {
                gone.put(partition, place.next());
            }
        });
        gone.putAll(beyondTheEnd(broker, kept));
        if (!gone.isEmpty()) {
            throw new OffsetOutOfRangeException(gone);
        }
        partitions.forEach(partition -> {
            Place place = kept.get(partition);
            broker.seek(partition, place == null ? first.getOrDefault(partition, 0L) : place.next());
        });
    }

    private Map<TopicPartition, Long> beyondTheEnd(Consumer<?, ?> broker, Map<TopicPartition, Place> kept) {
        Map<TopicPartition, Long> beyond = new HashMap<>();
        for (int look = 0; look < LOOKS; look++) {
            Map<TopicPartition, Long> end = broker.endOffsets(kept.keySet());
            beyond.clear();
            kept.forEach((partition, place) -> {
                if (place.next() > end.getOrDefault(partition, 0L)) {
                    beyond.put(partition, place.next());
                }
            });
            if (beyond.isEmpty() || stopping.get()) {
                break;
            }
            Outage.pause(BETWEEN_LOOKS_MILLIS);
        }
        return beyond;
    }
}
