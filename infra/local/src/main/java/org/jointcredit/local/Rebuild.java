package org.jointcredit.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;
import org.jointcredit.contract.event.ContractJson;
import tools.jackson.databind.JsonNode;

/// Has disclosure make its register anew, and waits for the end.
final class Rebuild {
    /// The digest of a million documents takes a minute or two.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final LocalSystem system;
    private final Consumer<String> progress;

    private Rebuild(LocalSystem system, Consumer<String> progress) {
        this.system = system;
        this.progress = progress;
    }

    /// @param text what became of it, with the register's hash before and after
    /// @param done whether it came to its end
    record Outcome(String text, boolean done) {}

    static Outcome of(LocalSystem system, Consumer<String> progress) {
        return new Rebuild(system, progress).run();
    }

    private Outcome run() {
        var before = ask("GET", "").path("hash").asString();
        var now = ask("POST", "");
        while (now.path("state").asString().equals("RUNNING")) {
            progress.accept(now.path("read").toString());
            pause();
            now = ask("GET", "/rebuild");
        }
        var after = ask("GET", "");
        return new Outcome(
                "%s%nhash before %s%nhash after  %s, %s documents"
                        .formatted(
                                now.toPrettyString(),
                                before,
                                after.path("hash").asString(),
                                after.path("documents").asString()),
                now.path("state").asString().equals("DONE"));
    }

    private JsonNode ask(String method, String part) {
        var request = HttpRequest.newBuilder(URI.create(system.url("disclosure") + "/actuator/register" + part))
                .header("Authorization", "Bearer " + system.token("svc-disclosure"))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            var answer = Tools.HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Failure("disclosure answered " + answer.statusCode() + "; see infra/local/logs disclosure.");
            }
            return ContractJson.mapper().readTree(answer.body());
        } catch (IOException e) {
            throw new Failure("disclosure does not answer; run infra/local/up.", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static Failure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Failure("Interrupted.", e);
    }
}
