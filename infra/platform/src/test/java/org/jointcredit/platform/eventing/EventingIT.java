package org.jointcredit.platform.eventing;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.jointcredit.testsupport.TestSystem;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Nothing lost, nothing doubled: what the journal says is sent in order, and what cannot be applied is put aside. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=sanction", "spring.config.import=classpath:platform.yaml"})
class EventingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String AGENCY = "feedback.education";
    private static final String KNOWN = "org.jointcredit.agency.notice-received.v1";
    private static final TestSystem SYSTEM = TestSystem.running();
    private static final String DATABASE = SYSTEM.freshDatabase("eventing");

    static {
        SYSTEM.emptyTopics("feedback", AGENCY, "dlt.sanction");
    }

    /** What the test's consumer does with an event; its applied ones. */
    private static final List<String> APPLIED = new CopyOnWriteArrayList<>();

    private static final Map<String, Consumer<String>> TROUBLE = new ConcurrentHashMap<>();

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class App {
        @Bean
        Relay things(Relays relays) {
            return relays.of("things");
        }

        @Bean
        DeclaredIndex thingsDue() {
            return Relay.index("things");
        }

        @Bean
        Consumption consumption() {
            return new Consumption(
                    "test-" + DATABASE,
                    Pattern.compile(AGENCY),
                    Set.of(KNOWN),
                    events -> events.forEach(event -> {
                        String says = event.data().path("says").asString();
                        TROUBLE.getOrDefault(says, _ -> {}).accept(says);
                        APPLIED.add(says);
                    }));
        }
    }

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry registry) {
        SYSTEM.properties("sanction").forEach((name, value) -> registry.add(name, () -> value));
        registry.add("spring.mongodb.database", () -> DATABASE);
    }

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Journal journal;

    @Autowired
    private Relay relay;

    @Autowired
    private DeadLetterReplay replay;

    @BeforeEach
    void calm() {
        TROUBLE.clear();
        APPLIED.clear();
    }

    @Test
    void whatIsWrittenIsSentInItsOrderEachUnderItsSequence() {
        String id = open("one", "two", "three", true);
        append(id, 3, "four");
        relay.wake();
        assertThat(sent(id, 4)).containsExactly("1:one", "2:two", "3:three", "4:four");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(outbox(id)).containsEntry("sent", 4L).doesNotContainKeys("due", "lease", "until"));
    }

    @Test
    void aWriterThatDiesBeforeSendingIsSentForByAnotherOnceItsLeaseIsOver() {
        String id = open("orphan", "second", "third", false);
        mongo.getCollection("things")
                .updateOne(
                        eq("_id", id),
                        new Document("$set", new Document("outbox.until", java.util.Date.from(Instant.EPOCH))));
        assertThat(sent(id, 3)).containsExactly("1:orphan", "2:second", "3:third");
    }

    @Test
    void whatIsNotUnderstoodIsPutAsideAtOnceAndDoesNotHoldUpTheNext() {
        send(headers(KNOWN, null), "no json");
        send(headers(KNOWN, null), "[1]");
        send(headers("org.jointcredit.agency.unheard-of.v1", null), "{}");
        send(Map.of(), "{\"says\":\"headless\"}");
        send(headers(KNOWN, null), "{\"says\":\"after all that\"}");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(APPLIED).contains("after all that"));
        try (TopicReader letters = SYSTEM.reader("dlt.sanction")) {
            var reasons = letters.await(4, PATIENCE, _ -> true).stream()
                    .map(letter -> TopicReader.header(letter, "dlt_reason"))
                    .toList();
            assertThat(reasons)
                    .anyMatch(reason -> reason.contains("no JSON object"))
                    .anyMatch(reason -> reason.contains("unknown event type"))
                    .anyMatch(reason -> reason.contains("ce_id"));
            assertThat(letters.seen()).noneMatch(letter -> letter.value().contains("headless"));
        }
    }

    @Test
    void aPoisonEventIsPutAsideWithTheLaterOnesOfItsAggregateAndReplayedInOrder() {
        String poisoned = "p-" + UUID.randomUUID();
        String healthy = "h-" + UUID.randomUUID();
        TROUBLE.put("poison", _ -> {
            throw new IllegalStateException("a bug");
        });
        send(headers(KNOWN, poisoned), "{\"says\":\"poison\"}");
        send(headers(KNOWN, poisoned), "{\"says\":\"behind it\"}");
        send(headers(KNOWN, healthy), "{\"says\":\"unharmed\"}");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(APPLIED).contains("unharmed"));
        assertThat(APPLIED).doesNotContain("poison", "behind it");
        TROUBLE.clear();
        assertThat(replay.replay().replayed()).isGreaterThanOrEqualTo(2);
        assertThat(APPLIED.stream().filter(Set.of("poison", "behind it")::contains))
                .containsExactly("poison", "behind it");
        send(headers(KNOWN, poisoned), "{\"says\":\"free again\"}");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(APPLIED).contains("free again"));
    }

    @Test
    void anOutageIsWaitedOutAndNothingGoodIsPutAside() {
        List<String> tries = new CopyOnWriteArrayList<>();
        TROUBLE.put("patient", says -> {
            tries.add(says);
            if (tries.size() < 5) {
                throw new DataAccessResourceFailureException("away");
            }
        });
        send(headers(KNOWN, "a"), "{\"says\":\"patient\"}");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(APPLIED).contains("patient"));
        assertThat(tries).hasSize(5);
    }

    private String open(String first, String second, String third, boolean handOver) {
        String id = UUID.randomUUID().toString();
        var document = new Document("_id", id);
        var dispatch = journal.open(
                document, journal.number(0, cause(), List.of(step(id, first), step(id, second), step(id, third))));
        mongo.getCollection("things").insertOne(document);
        if (handOver) {
            relay.send(List.of(dispatch));
        }
        return id;
    }

    private void append(String id, long seq, String says) {
        mongo.getCollection("things")
                .updateOne(eq("_id", id), journal.append(journal.number(seq, cause(), List.of(step(id, says)))));
    }

    private static Step step(String id, String says) {
        return Step.sent("org.jointcredit.test.thing-said.v1", Map.of("says", says), "feedback", id);
    }

    private static Cause cause() {
        return Cause.first("test", Instant.now());
    }

    private Document outbox(String id) {
        var thing = mongo.getCollection("things").find(eq("_id", id)).first();
        return thing == null ? new Document() : thing.get("outbox", Document.class);
    }

    private static List<String> sent(String id, int count) {
        try (TopicReader reader = SYSTEM.reader("feedback")) {
            List<String> said = new ArrayList<>();
            reader.await(count, PATIENCE, record -> id.equals(record.key()))
                    .forEach(record -> said.add(TopicReader.header(record, CloudEvents.SEQUENCE) + ":"
                            + record.value().replaceAll(".*:\"|\"}", "")));
            return said;
        }
    }

    private static Map<String, String> headers(String type, @org.jspecify.annotations.Nullable String subject) {
        var headers = new HashMap<>(Map.of(
                CloudEvents.SPEC_VERSION,
                "1.0",
                CloudEvents.ID,
                UUID.randomUUID().toString(),
                CloudEvents.SOURCE,
                "urn:test",
                CloudEvents.TYPE,
                type));
        if (subject != null) {
            headers.put(CloudEvents.SUBJECT, subject);
            headers.put(CloudEvents.SEQUENCE, "1");
        }
        return headers;
    }

    private static void send(Map<String, String> headers, String value) {
        SYSTEM.send("sys-education", AGENCY, "k", headers, value.getBytes(StandardCharsets.UTF_8));
    }
}
