package org.jointcredit.platform.eventing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * The topic of what could not be understood or applied: where it was, why, and an encrypted copy, because what
 * nobody understood may name a person (X4).
 */
final class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final String SEALED_TYPE = "dead-letter";

    /**
     * @param topic where it came from
     * @param sealed the value, encrypted
     * @param reason a short sentence without any content of the message
     */
    record Letter(
            String consumption,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            String reason,
            Map<String, String> headers,
            @Nullable String sealed) {

        @Nullable
        String aggregate() {
            return headers.get(CloudEvents.SUBJECT);
        }

        private String place() {
            return DeadLetters.place(topic, partition, offset);
        }

        ConsumerRecord<String, byte[]> open(FieldCipher cipher) {
            byte[] value = sealed == null
                    ? null
                    : Base64.getDecoder().decode(cipher.open(sealed, SEALED_TYPE, "value", place()));
            var record = new ConsumerRecord<String, byte[]>(topic, partition, offset, key, value);
            headers.forEach((name, text) ->
                    record.headers().add(new RecordHeader(name, text.getBytes(StandardCharsets.UTF_8))));
            return record;
        }
    }

    private final KafkaTemplate<String, String> kafka;
    private final FieldCipher cipher;
    private final String topic;

    DeadLetters(KafkaTemplate<String, String> kafka, FieldCipher cipher, String topic) {
        this.kafka = kafka;
        this.cipher = cipher;
        this.topic = topic;
    }

    String topic() {
        return topic;
    }

    /** Returns when the letter is durable; waits for the broker as long as it takes. */
    void send(String consumption, ConsumerRecord<String, byte[]> record, String reason, AtomicBoolean stopping) {
        var letter = letter(consumption, record, reason);
        var message =
                new ProducerRecord<>(topic, record.key(), ContractJson.mapper().writeValueAsString(letter));
        record.headers().forEach(header -> message.headers().add(header));
        message.headers().add("dlt_reason", reason.getBytes(StandardCharsets.UTF_8));
        Retry.untilDone("dead letter of " + letter.place(), stopping, () -> {
            try {
                kafka.send(message).get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(Objects.requireNonNull(e.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Retry.Stopped();
            }
        });
        log.warn("{} put aside on {}: {}", letter.place(), topic, reason);
    }

    Letter read(byte[] value) {
        return ContractJson.mapper().readValue(value, Letter.class);
    }

    private Letter letter(String consumption, ConsumerRecord<String, byte[]> record, String reason) {
        var headers = new LinkedHashMap<String, String>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        String place = place(record.topic(), record.partition(), record.offset());
        String sealed = record.value() == null
                ? null
                : cipher.seal(Base64.getEncoder().encodeToString(record.value()), SEALED_TYPE, "value", place);
        return new Letter(
                consumption,
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                reason,
                headers,
                sealed);
    }

    private static String place(String topic, int partition, long offset) {
        return topic + '-' + partition + '@' + offset;
    }
}
