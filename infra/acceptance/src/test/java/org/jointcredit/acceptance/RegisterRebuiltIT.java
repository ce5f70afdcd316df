package org.jointcredit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.acceptance.House.FRONT;
import static org.jointcredit.acceptance.House.SYSTEM;
import static org.jointcredit.acceptance.House.eventually;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The register of the whole system, made anew from what collection and sanction answer for, is the same. */
class RegisterRebuiltIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void itHashesToTheSameValue() throws Exception {
        var run = House.freshRun();
        var invented = new Invented(run.hashCode());
        var listing = FRONT.post("sys-market", "collection/listings", invented.listing(run + 1, "SEVERE-FOOD-DRUG"))
                .expect(201)
                .path("id")
                .asString();
        eventually(PATIENCE, "its notices", () -> !House.notices(listing).isEmpty());

        // others may be told something in between
        eventually(PATIENCE, "the same before and after", () -> {
            var before = ask("GET", "");
            rebuild();
            var after = ask("GET", "");
            return before.path("documents").asInt() > 0
                    && before.path("hash").asString().equals(after.path("hash").asString());
        });
    }

    private static void rebuild() throws Exception {
        var number = ask("POST", "").path("number").asLong();
        eventually(
                PATIENCE,
                "the end of the rebuild",
                () -> !ask("GET", "/rebuild").path("state").asString().equals("RUNNING"));
        var end = ask("GET", "/rebuild");
        assertThat(end.path("number").asLong()).isEqualTo(number);
        assertThat(end.path("state").asString()).isEqualTo("DONE");
    }

    private static JsonNode ask(String method, String part) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(SYSTEM.local().url("disclosure") + "/actuator/register" + part))
                .header("Authorization", "Bearer " + SYSTEM.token("svc-disclosure"))
                .method(method, BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return Front.JSON.readTree(answer.body());
        }
    }
}
