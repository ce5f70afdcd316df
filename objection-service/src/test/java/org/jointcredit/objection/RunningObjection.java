package org.jointcredit.objection;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.EventHeaders;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.contract.event.RecordErased;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.testsupport.TestSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The service against real MongoDB, Kafka and Keycloak; what collection sends, the test sends. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningObjection {
    protected static final Duration PATIENCE = Duration.ofSeconds(60);
    protected static final TestSystem SYSTEM = TestSystem.running();
    private static final Instant AT = Instant.parse("2026-09-21T02:00:00Z");
    private static final String DATABASE = SYSTEM.freshDatabase("objection");
    private static final KafkaProducer<String, byte[]> COLLECTION;

    static {
        SYSTEM.emptyTopics(Topics.RECORD, Topics.REMEDY, "dlt.objection");
        COLLECTION = SYSTEM.producer("svc-collection");
    }

    @Autowired
    protected MongoTemplate mongo;

    @Autowired
    protected BusinessClock clock;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry registry) {
        SYSTEM.properties("objection").forEach((name, value) -> registry.add(name, () -> value));
        registry.add("spring.mongodb.database", () -> DATABASE);
    }

    /** A record of which this service only learns that it is there. */
    protected static RecordFact record(String subject, String item) {
        return new RecordFact(
                UUID.randomUUID().toString(),
                "元教志〔2026〕7号",
                "education",
                item,
                RecordCategory.FAVOURABLE,
                false,
                RecordState.PUBLISHED,
                Disclosure.CLOSED,
                new ListedSubject(subject, SubjectKind.PERSON, null, null, List.of()),
                LocalDate.of(2026, 9, 18),
                null,
                null,
                1,
                "2021",
                "yuanbaoshan-2021",
                AT,
                AT,
                "v1.k.c2VhbGVk");
    }

    /** As collection's relay sends it; returns once it is known here. */
    protected RecordFact told(RecordFact fact) {
        tell(fact);
        eventually(() -> isKnown(fact.record()));
        return fact;
    }

    protected void tell(RecordFact fact) {
        send(fact.subject().id(), EventTypes.RECORD_PUBLISHED, fact.record(), fact.version(), fact);
    }

    protected void tellErased(RecordFact fact) {
        var erased = new RecordErased(
                fact.record(),
                fact.subject().id(),
                fact.provider(),
                fact.item(),
                "A28",
                fact.version() + 1,
                AT,
                List.of());
        send(erased.subject(), EventTypes.RECORD_ERASED, erased.record(), erased.version(), erased);
    }

    protected boolean isKnown(String record) {
        return mongo.getCollection("records").countDocuments(new org.bson.Document("_id", record)) == 1;
    }

    protected boolean isErased(String record) {
        return mongo.getCollection("records")
                        .countDocuments(new org.bson.Document("_id", record).append("erased", true))
                == 1;
    }

    private static void send(String key, String type, String aggregate, long sequence, Object payload) {
        var headers = CloudEvents.write(new EventHeaders(
                UUID.randomUUID().toString(),
                "/test",
                type,
                aggregate,
                Instant.now(),
                sequence,
                UUID.randomUUID().toString(),
                null,
                null));
        var record = new ProducerRecord<>(
                Topics.RECORD,
                key,
                ContractJson.mapper().writeValueAsString(payload).getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        COLLECTION.send(record);
    }

    protected static void eventually(BooleanSupplier holds) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(holds::getAsBoolean);
    }

    protected record Reply(
            int status, JsonNode body, @Nullable String location) {
        public String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    /** Without a name: nobody is logged in. */
    protected RestClient as(@Nullable String name) {
        var client =
                RestClient.builder().baseUrl("http://localhost:" + port).defaultStatusHandler(_ -> true, (_, _) -> {});
        return name == null
                ? client.build()
                : client.defaultHeader("Authorization", "Bearer " + SYSTEM.token(name))
                        .build();
    }

    protected Reply get(String who, String path) {
        return reply(as(who).get().uri("/api/objection" + path).retrieve().toEntity(String.class));
    }

    protected Reply post(String who, String path, String json, @Nullable String idempotencyKey) {
        return reply(as(who).post()
                .uri("/api/objection" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    if (idempotencyKey != null) {
                        headers.add("Idempotency-Key", idempotencyKey);
                    }
                })
                .body(json)
                .retrieve()
                .toEntity(String.class));
    }

    private static Reply reply(ResponseEntity<String> entity) {
        String text = entity.getBody();
        return new Reply(
                entity.getStatusCode().value(),
                ContractJson.mapper().readTree(text == null || text.isEmpty() ? "null" : text),
                entity.getHeaders().getFirst(HttpHeaders.LOCATION));
    }
}
