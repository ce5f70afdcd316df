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
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.EventHeaders;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.ListingEnd;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.PersonBehind;
import org.jointcredit.contract.event.PersonRole;
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
    protected static final Owners OWNERS = Owners.running();
    private static final KafkaProducer<String, byte[]> COLLECTION;
    private static final KafkaProducer<String, byte[]> SANCTION;

    static {
        SYSTEM.emptyTopics(Topics.RECORD, Topics.TRIGGER, Topics.FEEDBACK, Topics.REMEDY, "dlt.objection");
        COLLECTION = SYSTEM.producer("svc-collection");
        SANCTION = SYSTEM.producer("svc-sanction");
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
        registry.add("jointcredit.collection-url", OWNERS::url);
        registry.add("jointcredit.sanction-url", OWNERS::url);
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
        send(
                COLLECTION,
                Topics.RECORD,
                fact.subject().id(),
                fact.version() == 1 ? EventTypes.RECORD_PUBLISHED : EventTypes.RECORD_REVISED,
                fact.record(),
                fact.version(),
                fact);
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
        send(
                COLLECTION,
                Topics.RECORD,
                erased.subject(),
                EventTypes.RECORD_ERASED,
                erased.record(),
                erased.version(),
                erased);
    }

    /** The same record, as its provider has revised or withdrawn it. */
    protected static RecordFact later(RecordFact before, RecordState state) {
        return new RecordFact(
                before.record(),
                before.number(),
                before.provider(),
                before.item(),
                before.category(),
                before.doubleDisclosure(),
                state,
                before.disclosure(),
                before.subject(),
                before.decidedOn(),
                before.procedure(),
                before.shownUntil(),
                before.version() + 1,
                before.lawVersion(),
                before.rulePack(),
                before.publishedAt(),
                AT,
                before.sealed());
    }

    /** A listing by the market regulator, in force since 18 September. */
    protected static ListingFact listing(String subject, String person, List<String> basedOn) {
        return new ListingFact(
                UUID.randomUUID().toString(),
                "元市监列〔2026〕8号",
                "market",
                "SEVERE-QUALITY",
                ListClass.SEVERE,
                null,
                new ListedSubject(subject, SubjectKind.ORGANISATION, "91150403FAKE000800", "元宝山示例有限公司", List.of()),
                List.of(new PersonBehind(person, PersonRole.LEGAL_REPRESENTATIVE, true, List.of())),
                new Decision("元市监决〔2026〕8号", "元宝山区市场监督管理局", LocalDate.of(2026, 9, 18), "A17"),
                LocalDate.of(2026, 9, 18),
                null,
                basedOn,
                List.of(),
                1,
                "2021",
                AT,
                null,
                "v1.k.c2VhbGVk");
    }

    /** The same listing, ended or changed by its owner. */
    protected static ListingFact later(ListingFact before, @Nullable EndingReason ended) {
        return new ListingFact(
                before.listing(),
                before.number(),
                before.department(),
                before.listType(),
                before.listClass(),
                before.group(),
                before.subject(),
                before.persons(),
                before.decision(),
                before.effectiveFrom(),
                before.until(),
                before.basedOn(),
                before.evidence(),
                before.version() + 1,
                before.lawVersion(),
                before.publishedAt(),
                ended == null ? null : new ListingEnd(ended, before.decision(), LocalDate.of(2026, 9, 21), AT),
                before.sealed());
    }

    /** As collection's relay sends it; returns once it is known here. */
    protected ListingFact told(ListingFact fact) {
        send(
                COLLECTION,
                Topics.TRIGGER,
                fact.subject().id(),
                fact.version() == 1 ? EventTypes.LISTING_PUBLISHED : EventTypes.LISTING_CHANGED,
                fact.listing(),
                fact.version(),
                fact);
        eventually(() -> mongo.getCollection("listings")
                        .countDocuments(new org.bson.Document("_id", fact.listing()).append("version", fact.version()))
                == 1);
        return fact;
    }

    /** As sanction's relay sends it. */
    protected void tell(ActionChanged action, long sequence) {
        send(SANCTION, Topics.FEEDBACK, action.action(), EventTypes.ACTION_CHANGED, action.action(), sequence, action);
    }

    protected boolean isKnown(String record) {
        return mongo.getCollection("records").countDocuments(new org.bson.Document("_id", record)) == 1;
    }

    protected boolean isErased(String record) {
        return mongo.getCollection("records")
                        .countDocuments(new org.bson.Document("_id", record).append("erased", true))
                == 1;
    }

    private static void send(
            KafkaProducer<String, byte[]> owner,
            String topic,
            String key,
            String type,
            String aggregate,
            long sequence,
            Object payload) {
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
                topic, key, ContractJson.mapper().writeValueAsString(payload).getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        owner.send(record);
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

    protected static Reply reply(ResponseEntity<String> entity) {
        String text = entity.getBody();
        return new Reply(
                entity.getStatusCode().value(),
                ContractJson.mapper().readTree(text == null || text.isEmpty() ? "null" : text),
                entity.getHeaders().getFirst(HttpHeaders.LOCATION));
    }
}
