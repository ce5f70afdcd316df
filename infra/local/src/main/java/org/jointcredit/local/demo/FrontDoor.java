package org.jointcredit.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.local.Failure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The REST side for one caller, through the gateway. What cannot be done now is tried again.
final class FrontDoor {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int TRIES = 30;

    private final String gateway;
    private final String token;

    FrontDoor(String gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    record Answer(int status, JsonNode body) {}

    Answer get(String path) {
        return call("GET", path, null);
    }

    Answer post(String path, JsonNode body) {
        return call("POST", path, body);
    }

    private Answer call(String method, String path, @Nullable JsonNode body) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .timeout(Duration.ofSeconds(30))
                .build();
        for (int tries = 1; ; tries++) {
            try {
                var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 503 || tries == TRIES) {
                    return new Answer(answer.statusCode(), ContractJson.mapper().readTree(answer.body()));
                }
                Thread.sleep(Duration.ofSeconds(1));
            } catch (IOException e) {
                throw new Failure("The gateway does not answer at " + gateway + "; run infra/local/up.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure("Interrupted.", e);
            }
        }
    }
}
