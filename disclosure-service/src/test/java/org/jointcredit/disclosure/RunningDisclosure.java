package org.jointcredit.disclosure;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.DeletionDecided;
import org.jointcredit.contract.event.EventHeaders;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ObjectionFact;
import org.jointcredit.contract.event.RecordErased;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.RepairDecided;
import org.jointcredit.contract.event.ReviewFact;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.testsupport.TestSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The service against real MongoDB, Kafka and Keycloak; what its neighbours send, the test sends. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningDisclosure {
    protected static final Duration PATIENCE = Duration.ofSeconds(60);
    protected static final TestSystem SYSTEM = TestSystem.running();
    /** Collection and sanction: what they publish, and what they answer for of what was told. */
    protected static final Owners OWNERS = Owners.running();

    private static final String DATABASE = SYSTEM.freshDatabase("disclosure");
    private static final KafkaProducer<String, byte[]> COLLECTION;
    private static final KafkaProducer<String, byte[]> SANCTION;
    private static final KafkaProducer<String, byte[]> OBJECTION;

    static {
        SYSTEM.emptyTopics(Topics.TRIGGER, Topics.RECORD, Topics.FEEDBACK, Topics.REMEDY, "dlt.disclosure");
        COLLECTION = SYSTEM.producer("svc-collection");
        SANCTION = SYSTEM.producer("svc-sanction");
        OBJECTION = SYSTEM.producer("svc-objection");
    }

    @Autowired
    protected MongoTemplate mongo;

    @Autowired
    protected BusinessClock clock;

    @Autowired
    private FieldCipher cipher;

    @Autowired
    private IndexKeys indexKeys;

    @LocalServerPort
    protected int port;

    /** What all further requests say of themselves. */
    protected Consumer<RestClient.Builder> askingFor = _ -> {};

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry registry) {
        SYSTEM.properties("disclosure").forEach((name, value) -> registry.add(name, () -> value));
        registry.add("spring.mongodb.database", () -> DATABASE);
        registry.add("jointcredit.collection-url", OWNERS::url);
        registry.add("jointcredit.sanction-url", OWNERS::url);
        registry.add("jointcredit.objection-url", OWNERS::url);
        registry.add("jointcredit.person-search.tries-of-an-address", () -> 10_000);
        registry.add("jointcredit.person-search.tries-of-a-name", () -> 20);
    }

    protected Facts facts() {
        return new Facts(cipher, indexKeys);
    }

    /** As collection's relay sends it. */
    protected void tell(RecordFact fact) {
        String type = switch (fact.state()) {
            case PUBLISHED -> fact.version() == 1 ? EventTypes.RECORD_PUBLISHED : EventTypes.RECORD_REVISED;
            case WITHDRAWN -> EventTypes.RECORD_WITHDRAWN;
            case ARCHIVED -> EventTypes.RECORD_ARCHIVED;
        };
        send(COLLECTION, Topics.RECORD, fact.subject().id(), type, fact.record(), fact.version(), fact);
    }

    protected void tell(RecordErased erased) {
        send(
                COLLECTION,
                Topics.RECORD,
                erased.subject(),
                EventTypes.RECORD_ERASED,
                erased.record(),
                erased.version(),
                erased);
    }

    protected void tell(ListingFact fact) {
        String type = fact.ended() != null
                ? EventTypes.LISTING_ENDED
                : fact.version() == 1 ? EventTypes.LISTING_PUBLISHED : EventTypes.LISTING_CHANGED;
        send(COLLECTION, Topics.TRIGGER, fact.subject().id(), type, fact.listing(), fact.version(), fact);
    }

    /** As sanction's relay sends it. */
    protected void tell(ActionChanged action, long sequence) {
        send(SANCTION, Topics.FEEDBACK, action.action(), EventTypes.ACTION_CHANGED, action.action(), sequence, action);
    }

    /** As objection's relay sends it. */
    protected void tell(ObjectionFact objection, long sequence) {
        String type = sequence == 1 ? EventTypes.OBJECTION_RECEIVED : EventTypes.OBJECTION_DECIDED;
        send(OBJECTION, Topics.REMEDY, objection.subject(), type, objection.objection(), sequence, objection);
    }

    protected void tell(ReviewFact review, long sequence) {
        send(OBJECTION, Topics.REMEDY, review.subject(), EventTypes.REVIEW_DECIDED, review.review(), sequence, review);
    }

    protected void tell(RepairDecided repair) {
        send(OBJECTION, Topics.REMEDY, repair.subject(), EventTypes.REPAIR_DECIDED, repair.repair(), 2, repair);
    }

    protected void tell(DeletionDecided deletion) {
        send(
                OBJECTION,
                Topics.REMEDY,
                deletion.subject(),
                EventTypes.DELETION_DECIDED,
                deletion.deletion(),
                1,
                deletion);
    }

    private static void send(
            KafkaProducer<String, byte[]> sender,
            String topic,
            String key,
            String type,
            String aggregate,
            long sequence,
            Object payload) {
        var headers = new EventHeaders(
                UUID.randomUUID().toString(),
                "/test",
                type,
                aggregate,
                Instant.now(),
                sequence,
                UUID.randomUUID().toString(),
                null,
                null);
        String data = ContractJson.mapper().writeValueAsString(payload);
        OWNERS.tells(topic, key, headers, data);
        var record = new ProducerRecord<>(topic, key, data.getBytes(StandardCharsets.UTF_8));
        CloudEvents.write(headers)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        sender.send(record);
    }

    protected static void eventually(BooleanSupplier holds) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(holds::getAsBoolean);
    }

    protected record Reply(
            int status, JsonNode body, @Nullable String retryAfter) {
        public String text(String pointer) {
            return body.at(pointer).asString();
        }

        public JsonNode at(String pointer) {
            return body.at(pointer);
        }
    }

    /** Without identity; each {@code {}} of the path takes one of the values. */
    protected Reply read(String path, Object... values) {
        return reply(as(null).get()
                .uri("/api/disclosure/public" + path, values)
                .retrieve()
                .toEntity(String.class));
    }

    protected Reply search(String q) {
        return read("/subjects?q={q}", q);
    }

    protected Reply persons(String json) {
        return reply(as(null).post()
                .uri("/api/disclosure/public/persons")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .retrieve()
                .toEntity(String.class));
    }

    protected Reply person(String name, String lastFour) {
        return persons("{\"name\":\"%s\",\"lastFour\":\"%s\"}".formatted(name, lastFour));
    }

    protected static Reply reply(ResponseEntity<String> entity) {
        return new Reply(
                entity.getStatusCode().value(),
                json(entity.getBody()),
                entity.getHeaders().getFirst("Retry-After"));
    }

    /** Without a name: nobody is logged in. */
    protected RestClient as(@Nullable String name) {
        var client =
                RestClient.builder().baseUrl("http://localhost:" + port).defaultStatusHandler(_ -> true, (_, _) -> {});
        askingFor.accept(client);
        return name == null
                ? client.build()
                : client.defaultHeader("Authorization", "Bearer " + SYSTEM.token(name))
                        .build();
    }

    protected Reply get(String who, String path, Object... values) {
        return reply(
                as(who).get().uri("/api/disclosure" + path, values).retrieve().toEntity(String.class));
    }

    protected Reply post(String who, String path, String json) {
        return reply(as(who).post()
                .uri("/api/disclosure" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .retrieve()
                .toEntity(String.class));
    }

    protected static JsonNode json(@Nullable String text) {
        return ContractJson.mapper().readTree(text == null || text.isEmpty() ? "null" : text);
    }
}
