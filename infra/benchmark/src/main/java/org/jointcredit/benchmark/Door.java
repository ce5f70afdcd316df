package org.jointcredit.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.local.LocalSystem;
import tools.jackson.databind.JsonNode;

/// One service, asked in somebody's name without the gateway between.
final class Door {
    private static final long TOKEN_KEPT_NANOS = Duration.ofSeconds(45).toNanos();

    private final LocalSystem system;
    private final String service;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String tokenOf = "";
    private String token = "";
    private long tokenUntil;

    Door(LocalSystem system, String service) {
        this.system = system;
        this.service = service;
    }

    JsonNode ask(String who, String path, UnaryOperator<HttpRequest.Builder> request) {
        var asked = request.apply(HttpRequest.newBuilder(URI.create(system.url(service) + path)))
                .header("Authorization", "Bearer " + token(who))
                .build();
        try {
            var answer = http.send(asked, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(service + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return ContractJson.mapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String token(String who) {
        if (!who.equals(tokenOf) || System.nanoTime() - tokenUntil >= 0) {
            token = system.token(who);
            tokenOf = who;
            tokenUntil = System.nanoTime() + TOKEN_KEPT_NANOS;
        }
        return token;
    }
}
