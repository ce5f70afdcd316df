package org.jointcredit.benchmark;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jointcredit.local.LocalSystem;
import tools.jackson.databind.JsonNode;

/// Asks sanction for the figures of supervision, as the DRC does.
final class Office {
    private final Door supervisor;
    private final Door administrator;

    Office(LocalSystem system) {
        this.supervisor = new Door(system, "sanction");
        this.administrator = new Door(system, "sanction");
    }

    JsonNode overview(String query) {
        return supervisor.ask("drc-supervisor", "/api/sanction/supervision/overview" + query, request -> request);
    }

    /// How long ago everything was counted, in milliseconds.
    double behind() {
        var asOf = OffsetDateTime.parse(overview("").path("asOf").asString());
        return Duration.between(asOf.toInstant(), Instant.now()).toNanos() / 1e6;
    }

    /// Counts all notices anew and corrects the figures.
    JsonNode recount() {
        return administrator.ask(
                "drc-admin",
                "/actuator/recount",
                request -> request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"repair\":true}")));
    }
}
