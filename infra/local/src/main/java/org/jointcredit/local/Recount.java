package org.jointcredit.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jointcredit.contract.event.ContractJson;

/// Has sanction count all notices anew and compare with the figures that supervision shows.
final class Recount {
    /// A million notices take a minute or two.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Recount() {}

    /// @param text what the service answered
    /// @param right whether the figures are right now
    record Outcome(String text, boolean right) {}

    static Outcome of(LocalSystem system, boolean repair) {
        var request = HttpRequest.newBuilder(URI.create(system.url("sanction") + "/actuator/recount"))
                .header("Authorization", "Bearer " + system.token("svc-sanction"))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString("{\"repair\":" + repair + "}"))
                .build();
        try {
            var answer = Tools.HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Failure("sanction answered " + answer.statusCode() + "; see infra/local/logs sanction.");
            }
            var json = ContractJson.mapper().readTree(answer.body());
            return new Outcome(
                    json.toPrettyString(),
                    json.path("equal").asBoolean() || json.path("corrected").asBoolean());
        } catch (IOException e) {
            throw new Failure("sanction does not answer; run infra/local/up.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }
}
