package org.jointcredit.sanction;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.EventHeaders;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ObjectionFact;
import org.jointcredit.contract.event.ReviewFact;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.testsupport.LoggingDisclosure;
import org.jointcredit.testsupport.TestSystem;
import org.jointcredit.testsupport.TopicReader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The service against real MongoDB, Kafka and Keycloak; what its neighbours send, the test sends. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningSanction {

    protected static final Duration PATIENCE = Duration.ofSeconds(60);
    protected static final TestSystem SYSTEM = TestSystem.running();
    /** Of collection there is only what it publishes. */
    private static final PublishedListTypes PUBLISHED = PublishedListTypes.running();
    /** Of disclosure that it takes in looks. */
    protected static final LoggingDisclosure DISCLOSURE = LoggingDisclosure.running();

    private static final String DATABASE = SYSTEM.freshDatabase("sanction");

    static {
        SYSTEM.emptyTopics(Topics.TRIGGER, Topics.REMEDY, Topics.FEEDBACK, "dlt.sanction");
    }

    @Autowired
    protected FieldCipher cipher;

    @Autowired
    protected MongoTemplate mongo;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry registry) {
        SYSTEM.properties("sanction").forEach((name, value) -> registry.add(name, () -> value));
        registry.add("spring.mongodb.database", () -> DATABASE);
        registry.add("jointcredit.collection-url", () -> PUBLISHED.url());
        registry.add("jointcredit.disclosure-url", DISCLOSURE::url);
    }

    protected ListingFacts facts() {
        return new ListingFacts(cipher);
    }

    /** As collection's relay sends it. */
    protected void trigger(ListingFact fact, long sequence) {
        String type = fact.ended() != null
                ? EventTypes.LISTING_ENDED
                : sequence == 1 ? EventTypes.LISTING_PUBLISHED : EventTypes.LISTING_CHANGED;
        send("svc-collection", Topics.TRIGGER, fact.subject().id(), type, fact.listing(), sequence, fact);
    }

    /** As objection's relay sends it. */
    protected void remedy(ObjectionFact fact, long sequence) {
        String type = sequence == 1 ? EventTypes.OBJECTION_RECEIVED : EventTypes.OBJECTION_DECIDED;
        send("svc-objection", Topics.REMEDY, fact.subject(), type, fact.objection(), sequence, fact);
    }

    /** As objection's relay sends it. */
    protected void remedy(ReviewFact fact, long sequence) {
        send("svc-objection", Topics.REMEDY, fact.subject(), EventTypes.REVIEW_DECIDED, fact.review(), sequence, fact);
    }

    private static void send(
            String who, String topic, String key, String type, String aggregate, long sequence, Object fact) {
        var headers = CloudEvents.write(new EventHeaders(
                UUID.randomUUID().toString(),
                "/" + who,
                type,
                aggregate,
                Instant.now(),
                sequence,
                UUID.randomUUID().toString(),
                null,
                null));
        SYSTEM.send(
                who,
                topic,
                key,
                headers,
                ContractJson.mapper().writeValueAsString(fact).getBytes(StandardCharsets.UTF_8));
    }

    protected RestClient as(String name) {
        return RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Authorization", "Bearer " + SYSTEM.token(name))
                .defaultStatusHandler(_ -> true, (_, _) -> {})
                .build();
    }

    protected static Predicate<ConsumerRecord<String, String>> of(ListingFact fact) {
        return record -> record.value().contains(fact.listing());
    }

    protected static List<String> types(List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .map(record -> TopicReader.header(record, CloudEvents.TYPE))
                .toList();
    }

    protected static JsonNode json(@Nullable String text) {
        return ContractJson.mapper().readTree(text == null ? "null" : text);
    }
}
