package org.jointcredit.collection;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.testsupport.LoggingDisclosure;
import org.jointcredit.testsupport.TestSystem;
import org.jointcredit.testsupport.TopicReader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The service against real MongoDB, Kafka and Keycloak; departments are real users and clients. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningCollection {
    protected static final Duration PATIENCE = Duration.ofSeconds(60);
    protected static final TestSystem SYSTEM = TestSystem.running();
    protected static final LoggingDisclosure DISCLOSURE = LoggingDisclosure.running();
    private static final String DATABASE = SYSTEM.freshDatabase("collection");

    @Autowired
    protected FieldCipher cipher;

    @Autowired
    protected BusinessClock clock;

    @Autowired
    protected MongoTemplate mongo;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry registry) {
        SYSTEM.properties("collection").forEach((name, value) -> registry.add(name, () -> value));
        registry.add("spring.mongodb.database", () -> DATABASE);
        registry.add("jointcredit.disclosure-url", DISCLOSURE::url);
        registry.add("jointcredit.term-ending.every", () -> "200ms");
    }

    /** An answer of the service. */
    protected record Reply(
            int status, @Nullable String etag, @Nullable String location, JsonNode body) {
        public String text(String pointer) {
            return body.at(pointer).asString();
        }

        public List<String> errors() {
            return body.at("/errors")
                    .valueStream()
                    .map(error -> error.at("/field").asString() + " "
                            + error.at("/code").asString())
                    .toList();
        }

        public List<String> warnings() {
            return body.at("/warnings")
                    .valueStream()
                    .map(warning -> warning.at("/field").asString() + " "
                            + warning.at("/code").asString())
                    .toList();
        }
    }

    protected Reply get(String who, String path) {
        return reply(client(who).get().uri(path).retrieve().toEntity(String.class));
    }

    protected Reply post(String who, String path, ObjectNode body) {
        return post(who, path, null, body.toString());
    }

    protected Reply post(String who, String path, @Nullable String ifMatch, String body) {
        var request = client(who).post().uri(path).contentType(MediaType.APPLICATION_JSON);
        if (ifMatch != null) {
            request = request.header("If-Match", ifMatch);
        }
        return reply(request.body(body).retrieve().toEntity(String.class));
    }

    protected Reply submit(String who, ObjectNode listing) {
        return post(who, "/api/collection/listings", listing);
    }

    /** A file as a browser sends it. */
    protected Reply upload(String who, String name, byte[] content, @Nullable String procedure) {
        return upload(who, name, content, procedure, null);
    }

    protected Reply upload(
            String who, String name, byte[] content, @Nullable String procedure, @Nullable String idempotencyKey) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        if (procedure != null) {
            parts.add("procedure", procedure);
        }
        var request = client(who).post().uri("/api/collection/batches").contentType(MediaType.MULTIPART_FORM_DATA);
        if (idempotencyKey != null) {
            request = request.header("Idempotency-Key", idempotencyKey);
        }
        return reply(request.body(parts).retrieve().toEntity(String.class));
    }

    protected byte[] download(String who, String path) {
        byte[] content = client(who).get().uri(path).retrieve().body(byte[].class);
        return content == null ? new byte[0] : content;
    }

    protected Reply put(String who, String path, @Nullable String ifMatch, ObjectNode body) {
        var request = client(who).put().uri(path).contentType(MediaType.APPLICATION_JSON);
        if (ifMatch != null) {
            request = request.header("If-Match", ifMatch);
        }
        return reply(request.body(body.toString()).retrieve().toEntity(String.class));
    }

    protected String download(String path, MediaType type) {
        return String.valueOf(RestClient.create("http://localhost:" + port)
                .get()
                .uri(path)
                .accept(type)
                .retrieve()
                .body(String.class));
    }

    private RestClient client(String who) {
        return RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Authorization", "Bearer " + SYSTEM.token(who))
                .defaultStatusHandler(_ -> true, (_, _) -> {})
                .build();
    }

    private static Reply reply(ResponseEntity<String> entity) {
        var location = entity.getHeaders().getLocation();
        return new Reply(
                entity.getStatusCode().value(),
                entity.getHeaders().getETag(),
                location == null ? null : location.toString(),
                json(entity.getBody()));
    }

    protected static JsonNode json(@Nullable String text) {
        return ContractJson.mapper().readTree(text == null || text.isEmpty() ? "null" : text);
    }

    protected static Predicate<ConsumerRecord<String, String>> answerTo(String message) {
        return record -> TopicReader.header(record, CloudEvents.CAUSATION_ID).equals(message);
    }

    protected static Predicate<ConsumerRecord<String, String>> about(String listing) {
        return record -> TopicReader.header(record, CloudEvents.SUBJECT).equals(listing);
    }

    protected static String type(ConsumerRecord<String, String> record) {
        return TopicReader.header(record, CloudEvents.TYPE);
    }
}
