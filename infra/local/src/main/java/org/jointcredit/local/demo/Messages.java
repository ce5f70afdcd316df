package org.jointcredit.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.EventHeaders;
import org.jointcredit.local.Failure;
import org.jointcredit.local.LocalSystem;

/// The Kafka side for the system of one department.
final class Messages {
    private Messages() {}

    static KafkaProducer<String, byte[]> producer(LocalSystem system, String department) {
        return new KafkaProducer<>(
                system.kafkaLogin("sys-" + department), new StringSerializer(), new ByteArraySerializer());
    }

    /// In a group of the department's own, from where it stood last time.
    static KafkaConsumer<String, byte[]> consumer(LocalSystem system, String department, String topic) {
        var settings = new HashMap<>(system.kafkaLogin("sys-" + department));
        settings.put("group.id", department + "-demo-" + topic.substring(0, topic.indexOf('.')));
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    /// @param id of the same sender once more changes nothing
    static ProducerRecord<String, byte[]> message(
            String topic, String key, String department, String id, String type, Object value) {
        var headers = new EventHeaders(id, "/sys-" + department, type, null, null, null, null, null, null);
        var message = new ProducerRecord<>(topic, key, ContractJson.mapper().writeValueAsBytes(value));
        CloudEvents.write(headers).forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
        return message;
    }

    static String header(ConsumerRecord<?, ?> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    static <T> T read(ConsumerRecord<String, byte[]> message, Class<T> type) {
        return ContractJson.mapper().readValue(message.value(), type);
    }

    /// Returns when the broker has all of them.
    static void await(List<Future<RecordMetadata>> sent) {
        try {
            for (var each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new Failure("Kafka did not take a message (" + e.getCause() + "); see infra/local/logs kafka.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }
}
