package org.jointcredit.benchmark;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jointcredit.local.LocalSystem;
import org.jointcredit.platform.cipher.FieldCipher;

/// What the runs share: the system under test, and the means to do by hand what the product does.
final class Bench implements AutoCloseable {
    static final String TEST_TOPIC = "benchmark";

    private final LocalSystem system;
    private final KafkaProducer<String, byte[]> producer;
    private final MongoClient mongo;
    private final FieldCipher cipher;
    private final Facts facts;

    Bench(LocalSystem system) {
        this.system = system;
        this.producer = producer(system);
        this.mongo = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(system.mongoUri()))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
        this.cipher = new FieldCipher(system.environment("svc-sanction").get("JC_FIELD_KEYS"));
        this.facts = new Facts(cipher);
        makeTestTopic();
    }

    LocalSystem system() {
        return system;
    }

    /// Sends as the services do: idempotent, acks=all.
    KafkaProducer<String, byte[]> producer() {
        return producer;
    }

    MongoClient mongo() {
        return mongo;
    }

    /// As the services seal.
    FieldCipher cipher() {
        return cipher;
    }

    Facts facts() {
        return facts;
    }

    Arrivals notices() {
        return new Arrivals(system.kafkaLogin("svc-admin"), topic -> topic.startsWith("response."));
    }

    Arrivals testTopic() {
        return new Arrivals(system.kafkaLogin("svc-admin"), TEST_TOPIC::equals);
    }

    private static KafkaProducer<String, byte[]> producer(LocalSystem system) {
        var settings = new HashMap<>(system.kafkaLogin("svc-admin"));
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("compression.type", "lz4");
        settings.put("batch.size", 65_536);
        settings.put("buffer.memory", 67_108_864);
        settings.put("linger.ms", 2);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private void makeTestTopic() {
        try (var admin = Admin.create(system.kafkaLogin("svc-admin"))) {
            if (!admin.listTopics().names().get().contains(TEST_TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TEST_TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        mongo.close();
    }
}
