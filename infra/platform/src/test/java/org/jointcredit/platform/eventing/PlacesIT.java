package org.jointcredit.platform.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.apache.kafka.common.Uuid;
import org.bson.Document;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.testsupport.TestSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.client.RestClient;

/**
 * A consumption goes on where its database stands, and never over a gap: restored from a copy it applies again what came
 * since; where its place is gone it stops until somebody leads it back.
 */
class PlacesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String AGENCY = "feedback.culture";
    private static final String KNOWN = "org.jointcredit.agency.notice-received.v1";
    private static final TestSystem SYSTEM = TestSystem.running();
    private static final List<String> APPLIED = new CopyOnWriteArrayList<>();
    /** What the owner's snapshot says, one event a page. */
    private static final List<String> OWNER = new CopyOnWriteArrayList<>();

    private final String database = SYSTEM.freshDatabase("places");
    private final String name = "places-" + UUID.randomUUID();
    private final List<ConfigurableApplicationContext> started = new ArrayList<>();

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class App {
        @Bean
        Consumption consumption(Environment environment) {
            return new Consumption(
                    environment.getRequiredProperty("test.consumption"),
                    Pattern.compile(AGENCY),
                    Set.of(KNOWN),
                    events -> events.forEach(
                            event -> APPLIED.add(event.data().path("says").asString())));
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class WithOwner extends App {
        @Bean(destroyMethod = "")
        HttpServer owner() throws IOException {
            HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.createContext("/snapshot", exchange -> {
                try (exchange) {
                    String query = exchange.getRequestURI().getQuery();
                    int page = query == null ? 0 : Integer.parseInt(query.substring("after=".length()));
                    var event = new SnapshotPage.Event(
                            "id", KNOWN, "a", 1, Instant.EPOCH, "c", "k", "{\"says\":\"" + OWNER.get(page) + "\"}");
                    String next = page + 1 < OWNER.size() ? String.valueOf(page + 1) : null;
                    byte[] body = ContractJson.mapper()
                            .writeValueAsString(new SnapshotPage(List.of(event), next))
                            .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
            server.start();
            return server;
        }

        @Bean
        OwnersSnapshot snapshot(HttpServer owner, Environment environment) {
            return new OwnersSnapshot(
                    environment.getRequiredProperty("test.consumption"),
                    AGENCY,
                    RestClient.create("http://localhost:" + owner.getAddress().getPort()),
                    "/snapshot");
        }
    }

    @BeforeEach
    void nothing() {
        SYSTEM.emptyTopics(AGENCY);
        APPLIED.clear();
        OWNER.clear();
    }

    @AfterEach
    void stop() {
        started.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void whoIsNewBeginsWithTheFirstAndWhoComesBackWhereItStood() {
        say("one");
        var first = start(App.class);
        applied("one");
        first.close();
        say("two");
        start(App.class);
        applied("one", "two");
    }

    @Test
    void aDatabaseRestoredFromACopyHasAppliedAgainWhatCameSince() {
        var before = start(App.class);
        say("in the copy");
        applied("in the copy");
        List<Document> copy = places(before);
        say("erased since");
        say("and something else");
        applied("in the copy", "erased since", "and something else");
        before.close();
        restore(copy);
        APPLIED.clear();

        start(App.class);

        applied("erased since", "and something else");
    }

    @Test
    void whereThePlaceIsGoneItStopsAndSaysSoUntilItIsLedBackToTheFirstThatIsLeft() {
        var before = start(App.class);
        say("applied");
        applied("applied");
        before.close();
        say("lost to retention");
        SYSTEM.emptyTopics(AGENCY);
        say("still there");

        var after = start(App.class);

        assertStopped(after);
        assertThat(APPLIED).containsExactly("applied");
        assertThat(after.getBean(PlacesEndpoint.class).recover(name).outcome())
                .isEqualTo(Recovery.Outcome.FROM_THE_FIRST_LEFT);
        applied("applied", "still there");
        assertThat(health(after)).isEqualTo(Status.UP);
        assertThat(after.getBean(PlacesEndpoint.class).recover(name).outcome())
                .isEqualTo(Recovery.Outcome.NOTHING_TO_DO);
    }

    @Test
    void whereAnOwnerKeepsWhatItToldItIsLearnedFromThereAndTheTopicFollowed() {
        var before = start(WithOwner.class);
        say("applied");
        applied("applied");
        before.close();
        say("lost to retention");
        SYSTEM.emptyTopics(AGENCY);
        OWNER.addAll(List.of("applied", "lost to retention"));
        var after = start(WithOwner.class);
        assertStopped(after);

        assertThat(after.getBean(PlacesEndpoint.class).recover(name).outcome())
                .isEqualTo(Recovery.Outcome.LEARNED_ANEW);
        say("afterwards");

        applied("applied", "applied", "lost to retention", "afterwards");
    }

    @Test
    void aTopicThatHasFewerThanWereAppliedIsNotFollowedEither() {
        var before = start(App.class);
        say("applied");
        applied("applied");
        change(before, new Document("$inc", new Document("next", 1000L)));
        before.close();

        assertStopped(start(App.class));
    }

    /** As after it was removed and made again: its offsets count from the beginning. */
    @Test
    void aTopicOfTheSameNameThatIsAnotherOneIsNotFollowedEither() {
        var before = start(App.class);
        say("applied");
        applied("applied");
        change(
                before,
                new Document("$set", new Document("topic", Uuid.randomUuid().toString())));
        before.close();
        say("of another topic");

        var after = start(App.class);

        assertStopped(after);
        assertThat(APPLIED).containsExactly("applied");
        after.getBean(PlacesEndpoint.class).recover(name);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(APPLIED).contains("of another topic"));
    }

    private static void change(ConfigurableApplicationContext service, Document how) {
        places(service);
        service.getBean(MongoTemplate.class).getCollection(Places.COLLECTION).updateMany(new Document(), how);
    }

    private void assertStopped(ConfigurableApplicationContext service) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(health(service)).isEqualTo(Status.DOWN));
        assertThat(service.getBean(PlacesEndpoint.class).gone()).containsOnlyKeys(name);
        assertThat(String.valueOf(service.getBean(EventConsumers.class).health().getDetails()))
                .contains(name, AGENCY, "docs/operations.md");
    }

    private static Status health(ConfigurableApplicationContext service) {
        return service.getBean(EventConsumers.class).health().getStatus();
    }

    private ConfigurableApplicationContext start(Class<?> app) {
        Map<String, Object> properties = new HashMap<>(SYSTEM.properties("sanction"));
        properties.put("spring.application.name", "sanction");
        properties.put("spring.config.import", "classpath:platform.yaml");
        properties.put("spring.mongodb.database", database);
        properties.put("test.consumption", name);
        properties.put("server.port", "0");
        var context = new SpringApplicationBuilder(app)
                .web(WebApplicationType.SERVLET)
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
        started.add(context);
        return context;
    }

    private static List<Document> places(ConfigurableApplicationContext service) {
        MongoTemplate mongo = service.getBean(MongoTemplate.class);
        List<Document> places = new ArrayList<>();
        // what was applied is noted a moment later
        await().atMost(PATIENCE).until(() -> {
            places.clear();
            mongo.getCollection(Places.COLLECTION).find().into(places);
            return !places.isEmpty();
        });
        return places;
    }

    private void restore(List<Document> copy) {
        try (var mongo = MongoClients.create(SYSTEM.properties("sanction").getOrDefault("MONGODB_URI", ""))) {
            var places = mongo.getDatabase(database).getCollection(Places.COLLECTION);
            places.deleteMany(new Document());
            places.insertMany(copy);
        }
    }

    private static void applied(String... says) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(APPLIED).containsExactly(says));
    }

    private static void say(String says) {
        Map<String, String> headers = Map.of(
                CloudEvents.SPEC_VERSION,
                "1.0",
                CloudEvents.ID,
                UUID.randomUUID().toString(),
                CloudEvents.SOURCE,
                "urn:test",
                CloudEvents.TYPE,
                KNOWN);
        SYSTEM.send(
                "sys-culture", AGENCY, "k", headers, ("{\"says\":\"" + says + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
