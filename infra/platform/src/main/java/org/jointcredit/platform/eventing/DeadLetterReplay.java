package org.jointcredit.platform.eventing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jointcredit.platform.cipher.FieldCipher;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * {@code POST /actuator/deadletters}: applies again what was put aside, once its cause is gone. What fails again is put
 * aside again; what was applied before changes nothing, as every consumer is idempotent.
 */
@WebEndpoint(id = "deadletters")
final class DeadLetterReplay {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConsumerFactory<String, byte[]> factory;
    private final String group;
    private final EventConsumers consumers;
    private final DeadLetters deadLetters;
    private final Parked parked;
    private final FieldCipher cipher;

    DeadLetterReplay(
            ConsumerFactory<String, byte[]> factory,
            String group,
            EventConsumers consumers,
            DeadLetters deadLetters,
            Parked parked,
            FieldCipher cipher) {
        this.factory = factory;
        this.group = group;
        this.consumers = consumers;
        this.deadLetters = deadLetters;
        this.parked = parked;
        this.cipher = cipher;
    }

    /** @param replayed how many letters were taken up; those put aside again are on the topic anew */
    record Replayed(int replayed) {}

    @WriteOperation
    synchronized Replayed replay() {
        try (Consumer<String, byte[]> letters = factory.createConsumer(group, null)) {
            var partitions = letters.partitionsFor(deadLetters.topic(), PATIENCE).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            letters.assign(partitions);
            Map<TopicPartition, Long> end = letters.endOffsets(partitions);
            int replayed = 0;
            while (remains(letters, end)) {
                for (ConsumerRecord<String, byte[]> record : letters.poll(PATIENCE)) {
                    var partition = new TopicPartition(record.topic(), record.partition());
                    if (record.offset() < Objects.requireNonNull(end.get(partition))) {
                        apply(deadLetters.read(record.value()));
                        letters.commitSync(Map.of(partition, new OffsetAndMetadata(record.offset() + 1)));
                        replayed++;
                    }
                }
            }
            return new Replayed(replayed);
        }
    }

    private static boolean remains(Consumer<?, ?> letters, Map<TopicPartition, Long> end) {
        Map<TopicPartition, Long> reached = new HashMap<>();
        end.keySet().forEach(partition -> reached.put(partition, letters.position(partition)));
        return end.entrySet().stream().anyMatch(last -> reached.getOrDefault(last.getKey(), 0L) < last.getValue());
    }

    private void apply(DeadLetters.Letter letter) {
        String aggregate = letter.aggregate();
        if (aggregate != null) {
            parked.release(letter.consumption(), aggregate);
        }
        consumers.replay(letter.consumption(), letter.open(cipher));
    }
}
