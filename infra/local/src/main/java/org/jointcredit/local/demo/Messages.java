package org.jointcredit.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
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

    /// Reads topics from their beginning, in no group.
    static KafkaConsumer<String, byte[]> everything(LocalSystem system, String client, String... topics) {
        var settings = new HashMap<>(system.kafkaLogin(client));
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = Stream.of(topics)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
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
