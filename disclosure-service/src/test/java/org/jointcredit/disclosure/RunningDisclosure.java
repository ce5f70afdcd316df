package org.jointcredit.disclosure;

import java.time.Duration;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.testsupport.TestSystem;
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
public abstract class RunningDisclosure {
    protected static final Duration PATIENCE = Duration.ofSeconds(60);
    protected static final TestSystem SYSTEM = TestSystem.running();
    private static final String DATABASE = SYSTEM.freshDatabase("disclosure");

    static {
        SYSTEM.emptyTopics(Topics.TRIGGER, Topics.RECORD, Topics.FEEDBACK, "dlt.disclosure");
    }

    @Autowired
    protected MongoTemplate mongo;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry registry) {
        SYSTEM.properties("disclosure").forEach((name, value) -> registry.add(name, () -> value));
        registry.add("spring.mongodb.database", () -> DATABASE);
    }

    /** Without a name: nobody is logged in. */
    protected RestClient as(@Nullable String name) {
        var client = RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultStatusHandler(_ -> true, (_, _) -> {});
        return name == null
                ? client.build()
                : client.defaultHeader("Authorization", "Bearer " + SYSTEM.token(name))
                        .build();
    }

    protected static JsonNode json(@Nullable String text) {
        return ContractJson.mapper().readTree(text == null ? "null" : text);
    }
}
