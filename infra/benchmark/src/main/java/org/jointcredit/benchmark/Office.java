package org.jointcredit.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.local.LocalSystem;
import tools.jackson.databind.JsonNode;

/// Asks sanction for the figures of supervision, as the DRC does, without the gateway between.
final class Office {
    private static final long TOKEN_KEPT_NANOS = Duration.ofSeconds(45).toNanos();

    private final LocalSystem system;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token = "";
    private long tokenUntil = System.nanoTime();

    Office(LocalSystem system) {
        this.system = system;
    }

    JsonNode overview(String query) {
        return send(
                "drc-supervisor",
                request("/api/sanction/supervision/overview" + query).GET());
    }

    /// How long ago everything was counted, in milliseconds.
    double behind() {
        var asOf = OffsetDateTime.parse(overview("").path("asOf").asString());
        return Duration.between(asOf.toInstant(), Instant.now()).toNanos() / 1e6;
    }

    /// Counts all notices anew and corrects the figures.
    JsonNode recount() {
        tokenUntil = System.nanoTime();
        var answer = send(
                "drc-admin",
                request("/actuator/recount")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"repair\":true}")));
        tokenUntil = System.nanoTime();
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(system.url("sanction") + path));
    }

    private JsonNode send(String who, HttpRequest.Builder request) {
        if (System.nanoTime() - tokenUntil >= 0) {
            token = system.token(who);
            tokenUntil = System.nanoTime() + TOKEN_KEPT_NANOS;
        }
        try {
            var answer =
                    http.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("sanction answered " + answer.statusCode() + ": " + answer.body());
            }
            return ContractJson.mapper().readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
