package org.jointcredit.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import org.jointcredit.contract.event.ContractJson;
import tools.jackson.databind.JsonNode;

/// The demonstration's citizens and company become subjects, and each one's account is told which it is. In production
/// the real-name service does that (interfaces.md, "Demo people and systems").
final class DemoSubjects {
    private static final String SERVICE = "svc-disclosure";

    private final RealmAdmin realm;
    private final String collection;

    /// @param collection base URL of the service that owns subjects
    DemoSubjects(RealmAdmin realm, String collection) {
        this.realm = realm;
        this.collection = collection;
    }

    /// Who is told already is left alone.
    void introduce() {
        for (var person : people()) {
            var user = person.path("user").asString();
            if (!realm.hasSubject(user)) {
                realm.setSubject(user, idOf(person.path("subject")));
            }
        }
    }

    private String idOf(JsonNode subject) {
        var request = HttpRequest.newBuilder(URI.create(collection + "/api/collection/subjects"))
                .header("Authorization", "Bearer " + realm.token(SERVICE))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(subject.toString()))
                .build();
        try {
            var answer = Tools.HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Failure("Collection answered " + answer.statusCode() + " to a subject of the demonstration;"
                        + " see infra/local/logs collection.");
            }
            return ContractJson.mapper().readTree(answer.body()).path("id").asString();
        } catch (IOException e) {
            throw new Failure("Collection does not answer; run infra/local/up again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    private static JsonNode people() {
        try (InputStream json = Objects.requireNonNull(DemoSubjects.class.getResourceAsStream("/demo/subjects.json"))) {
            return ContractJson.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
