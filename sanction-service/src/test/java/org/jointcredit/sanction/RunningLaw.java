package org.jointcredit.sanction;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What tests do that make law. They take it back afterwards: the others decide by what ships. */
public abstract class RunningLaw extends RunningSanction {

    protected static final String PROPOSER = "drc-admin";
    protected static final String OTHER = "drc-admin2";
    protected static final String NOBODY = "";

    @Autowired
    protected BusinessClock clock;

    @AfterEach
    void theLawIsWhatShips() {
        var law = mongo.getCollection("law");
        law.deleteMany(or(exists("request"), exists("enacted")));
        law.updateOne(eq("_id", "revision"), Updates.inc("number", 1L));
    }

    protected static String freshVersion() {
        return "T-" + UUID.randomUUID();
    }

    /** The law in force under a new name, from today on. */
    protected ObjectNode proposal(String version, Consumer<ObjectNode> changed) {
        var inForce = body(call(NOBODY, HttpMethod.GET, "rule-sets", null, null), 200)
                .path("content")
                .path(0);
        ObjectNode body = ContractJson.mapper().createObjectNode();
        body.put("version", version)
                .put("effectiveFrom", clock.today().toString())
                .put("basis", "元政字〔2026〕100号");
        body.set("name", inForce.get("name"));
        body.set("nameEn", inForce.get("nameEn"));
        body.set("rules", inForce.get("rules"));
        body.set(
                "measures",
                body(call(NOBODY, HttpMethod.GET, "measures?size=200", null, null), 200)
                        .get("content"));
        changed.accept(body);
        return body;
    }

    /** A measure more, which severe lists set off at these agencies. */
    protected static void add(ObjectNode body, String code, String... agencies) {
        ObjectNode measure = ((ObjectNode) body.get("measures")
                        .valueStream()
                        .filter(known -> known.path("code").asString().equals("S-CREDIT-STRICT"))
                        .findFirst()
                        .orElseThrow())
                .deepCopy();
        measure.put("code", code);
        ArrayNode applied = measure.putArray("agencies");
        for (String agency : agencies) {
            applied.add(agency);
        }
        body.withArray("measures").add(measure);
        ((ObjectNode) body.get("rules").get(0)).withArray("measures").add(code);
    }

    /** A measure less, and no rule that asks for it. */
    protected static void without(ObjectNode body, String code) {
        body.set("measures", left(body.get("measures"), measure -> measure.path("code"), code));
        for (JsonNode rule : body.get("rules")) {
            ((ObjectNode) rule).set("measures", left(rule.get("measures"), asked -> asked, code));
        }
        body.set(
                "rules",
                ContractJson.mapper()
                        .valueToTree(body.get("rules")
                                .valueStream()
                                .filter(rule -> !rule.path("measures").isEmpty())
                                .toList()));
    }

    private static JsonNode left(JsonNode all, Function<JsonNode, JsonNode> named, String code) {
        return ContractJson.mapper()
                .valueToTree(all.valueStream()
                        .filter(one -> !named.apply(one).asString().equals(code))
                        .toList());
    }

    protected String putInForce(ObjectNode proposal) {
        String id = body(propose(PROPOSER, proposal, null), 201).path("id").asString();
        body(approve(OTHER, id), 200);
        return id;
    }

    protected ResponseEntity<String> propose(String who, JsonNode proposal, @Nullable String key) {
        return call(who, HttpMethod.POST, "rule-sets", proposal.toString(), key);
    }

    protected ResponseEntity<String> approve(String who, String id) {
        return call(who, HttpMethod.POST, "rule-sets/" + id + "/approval", null, null);
    }

    protected ResponseEntity<String> call(
            String who, HttpMethod method, String path, @Nullable String body, @Nullable String key) {
        RestClient client = who.equals(NOBODY)
                ? RestClient.builder()
                        .baseUrl("http://localhost:" + port)
                        .defaultStatusHandler(_ -> true, (_, _) -> {})
                        .build()
                : as(who);
        var request = client.method(method).uri("/api/sanction/" + path);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().toEntity(String.class);
    }

    protected static JsonNode body(ResponseEntity<String> answer, int status) {
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        return json(answer.getBody());
    }
}
