package org.jointcredit.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is up behind the gateway, for the page that says what is down. Open to everybody, so asked anew once a second
/// at most.
@RestController
final class PartsStatus {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofSeconds(1);

    private final Map<String, URI> parts = new LinkedHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private Seen seen = new Seen(Map.of(), System.nanoTime() - KEPT.toNanos());

    private record Seen(Map<String, String> parts, long at) {}

    PartsStatus(Realm realm, GatewaySettings settings) {
        parts.put(Realm.REGISTRATION, URI.create(realm.issuer() + "/.well-known/openid-configuration"));
        settings.services().forEach((name, address) -> parts.put(name, address.resolve("/actuator/health")));
    }

    @GetMapping("/status")
    synchronized Map<String, String> status() {
        if (System.nanoTime() - seen.at() >= KEPT.toNanos()) {
            seen = new Seen(look(), System.nanoTime());
        }
        return seen.parts();
    }

    /// Of this one alone: who logs in does not wait for a service that hangs.
    boolean isUp(String part) {
        return state(Objects.requireNonNull(parts.get(part))).join().equals("UP");
    }

    private Map<String, String> look() {
        var asked = new LinkedHashMap<String, CompletableFuture<String>>();
        parts.forEach((name, address) -> asked.put(name, state(address)));
        var found = new LinkedHashMap<String, String>();
        asked.forEach((name, state) -> found.put(name, state.join()));
        return found;
    }

    /// Its first answer is enough: what it goes on to say is not listened to.
    private CompletableFuture<String> state(URI address) {
        return http.sendAsync(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofInputStream())
                .handle((answer, failed) -> failed == null && isWell(answer) ? "UP" : "DOWN");
    }

    private static boolean isWell(HttpResponse<InputStream> answer) {
        try (var _ = answer.body()) {
            return answer.statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }
}
