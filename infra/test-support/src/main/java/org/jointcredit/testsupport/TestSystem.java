package org.jointcredit.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.local.LocalSystem;

/// MongoDB, Kafka and Keycloak of the tests, with the realm, topics and rights of the real system. The first test to
/// ask starts them; they outlive the test's JVM and serve the next one (`infra/local/verify` stops them at its end).
///
/// They stand beside a system of `infra/local/up`: in `infra/local/.run-test` (`JC_TEST_RUN_DIR`) and 3000 ports
/// higher (`JC_TEST_PORT_BASE`), which keeps all of them below the ports that the kernel gives to clients.
public final class TestSystem {
    private static final Duration TRIED_ENOUGH = Duration.ofSeconds(30);
    /// Between the two systems of the tests.
    private static final int APART = 500;

    private final LocalSystem local;

    private TestSystem(LocalSystem local) {
        this.local = local;
    }

    /// The running system without services; started or repaired if need be.
    public static TestSystem running() {
        return Holder.RUNNING;
    }

    /// A system of its own with all services and the gateway as they are built: 500 ports above the other one, in a
    /// folder beside it. It begins empty unless it is running already.
    public static TestSystem whole() {
        return Whole.RUNNING;
    }

    /// A system of its own, 1000 ports above, for a whole year of activity: its business clock must not have been moved
    /// by others. One that is running already is taken as it is.
    public static TestSystem district() {
        return District.RUNNING;
    }

    private static final class Holder {
        private static final TestSystem RUNNING = start();

        private static TestSystem start() {
            var local = LocalSystem.open(root(), Path.of(folder()), base(), System.out::println);
            local.up(LocalSystem.MONGODB, LocalSystem.KEYCLOAK, LocalSystem.KAFKA);
            return new TestSystem(local);
        }
    }

    private static final class Whole {
        private static final TestSystem RUNNING = apart("-whole", APART);
    }

    private static final class District {
        private static final TestSystem RUNNING = apart("-district", 2 * APART);
    }

    private static TestSystem apart(String name, int ports) {
        var run = Path.of(folder() + name);
        var local = LocalSystem.openApart(root(), run, base() + ports, System.out::println);
        if (local.status().stream().allMatch(part -> part.pid().isEmpty())) {
            local.reset();
        }
        local.up();
        return new TestSystem(local);
    }

    private static String folder() {
        return setting("JC_TEST_RUN_DIR").orElse(root() + "/infra/local/.run-test");
    }

    private static int base() {
        return Integer.parseInt(setting("JC_TEST_PORT_BASE").orElse("3000"));
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    /// The checkout this test belongs to.
    public static Path root() {
        var given = System.getProperty("jointcredit.root");
        var folder = Path.of(given == null ? "" : given).toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("infra/local/parts.xml"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not inside a checkout of the project");
        }
        return folder;
    }

    /// The launcher's view of the same processes, to stop and kill them.
    public LocalSystem local() {
        return local;
    }

    /// The properties a service (`collection`) gets from its environment, to be given to its Spring context.
    public Map<String, String> properties(String service) {
        return local.environment("svc-" + service);
    }

    /// A database name nobody has used.
    public String freshDatabase(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    /// An access token of a demo user or client, good for the services and the broker.
    public String token(String name) {
        return local.token(name);
    }

    /// Removes what earlier tests left in these topics.
    public void emptyTopics(String... topics) {
        local.emptyTopics(List.of(topics));
    }

    /// A producer that is logged in as this client (`sys-market`).
    public KafkaProducer<String, byte[]> producer(String client) {
        var settings = new HashMap<>(local.kafkaLogin(client));
        settings.put("delivery.timeout.ms", (int) TRIED_ENOUGH.toMillis());
        settings.put("request.timeout.ms", 10_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /// A consumer from the beginning that is logged in as this client, to be subscribed by its owner.
    public KafkaConsumer<String, String> consumer(String client, String group) {
        var settings = new HashMap<>(local.kafkaLogin(client));
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    /// Reads topics from the beginning as `svc-admin`, who may read all, in a group of its own.
    public TopicReader reader(String... topics) {
        var consumer = consumer("svc-admin", "test-" + UUID.randomUUID());
        consumer.subscribe(List.of(topics));
        return new TopicReader(consumer);
    }

    /// Sends a CloudEvent as an outsider would and waits until the broker has it.
    ///
    /// @param type the full name, as in `EventTypes`
    /// @return its `ce_id`
    public String send(String client, String topic, String key, String type, String json) {
        var id = UUID.randomUUID().toString();
        var headers = Map.of(
                CloudEvents.SPEC_VERSION,
                "1.0",
                CloudEvents.ID,
                id,
                CloudEvents.SOURCE,
                "urn:jointcredit:test:" + client,
                CloudEvents.TYPE,
                type,
                CloudEvents.CONTENT_TYPE,
                CloudEvents.JSON);
        send(client, topic, key, headers, json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return id;
    }

    /// Sends any bytes under any headers and waits until the broker has them.
    ///
    /// @throws org.apache.kafka.common.KafkaException as the broker's refusal, a missing right among them
    public void send(String client, String topic, String key, Map<String, String> headers, byte[] value) {
        try (var producer = producer(client)) {
            var record = new ProducerRecord<>(topic, key, value);
            headers.forEach(
                    (name, text) -> record.headers().add(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            producer.send(record).get(TRIED_ENOUGH.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof org.apache.kafka.common.KafkaException refusal
                    ? refusal
                    : new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
