package org.jointcredit.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service on a port of its own, asked as outsiders ask it. */
@SpringBootTest(
        classes = WebTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=testing", "spring.config.import=classpath:platform.yaml"})
abstract class FrontDoorTest {
    static final TestIssuer ISSUER = new TestIssuer();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("jointcredit.issuer", ISSUER::url);
    }

    record Answer(int status, String text, HttpResponse<String> response) {
        JsonNode json() {
            return JSON.readTree(text);
        }

        /** {@code field:CODE} of each error. */
        List<String> errors() {
            var errors = new ArrayList<String>();
            json().path("errors")
                    .forEach(error -> errors.add(error.path("field").asString() + ":"
                            + error.path("code").asString()));
            return errors;
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }

    Answer get(String path, @Nullable String token, String... headers) {
        return send("GET", path, token, "", headers);
    }

    Answer post(String path, @Nullable String token, String body, String... headers) {
        return send("POST", path, token, body, headers);
    }

    Answer send(String method, String path, @Nullable String token, String body, String... headers) {
        return send(method, path, token, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    Answer send(String method, String path, @Nullable String token, HttpRequest.BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
