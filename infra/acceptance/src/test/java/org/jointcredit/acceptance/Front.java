package org.jointcredit.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jointcredit.testsupport.TestSystem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The front door: REST through the gateway as people and departments' systems use it. */
public final class Front {
    public static final String NOBODY = "nobody";
    public static final JsonMapper JSON = JsonMapper.shared();

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Shorter than any token lives. */
    private static final Duration TOKEN_KEPT = Duration.ofSeconds(45);

    private final TestSystem system;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Front(TestSystem system) {
        this.system = system;
    }

    private record Token(String value, long until) {}

    public record Answer(int status, String text, HttpHeaders headers) {
        /** Missing where the body is no JSON. */
        public JsonNode body() {
            try {
                return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (JacksonException _) {
                return MissingNode.getInstance();
            }
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** {@code field CODE} of each error. */
        public List<String> errors() {
            return body().path("errors")
                    .valueStream()
                    .map(error -> error.path("field").asString() + " "
                            + error.path("code").asString())
                    .toList();
        }

        public JsonNode expect(int expected) {
            assertThat(status).as(text).isEqualTo(expected);
            return body();
        }
    }

    public Answer get(String who, String path, String... headers) {
        return send(who, "GET", path, null, headers);
    }

    public Answer post(String who, String path, Object body, String... headers) {
        return send(who, "POST", path, body.toString(), headers);
    }

    /**
     * @param path below {@code /api/}
     * @throws UncheckedIOException when the connection was refused or lost
     */
    public Answer send(String who, String method, String path, String body, String... headers) {
        return send(who, method, URI.create(system.local().url("gateway") + "/api/" + path), body, headers);
    }

    /** A file as a browser sends it. */
    public Answer upload(String who, String path, byte[] file) {
        var head = "--file\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rows.csv\"\r\n\r\n";
        var request = HttpRequest.newBuilder(URI.create(system.local().url("gateway") + "/api/" + path))
                .timeout(PATIENCE)
                .header("Content-Type", "multipart/form-data; boundary=file")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n--file--\r\n")));
        return answer(who, request);
    }

    /** Every element of a list, page by page. */
    public List<JsonNode> all(String who, String path) {
        var found = new ArrayList<JsonNode>();
        for (int page = 0; ; page++) {
            var answer = get(who, path + (path.contains("?") ? "&" : "?") + "size=200&page=" + page)
                    .expect(200);
            answer.path("content").forEach(found::add);
            if (page + 1 >= answer.path("page").path("totalPages").asInt()) {
                return found;
            }
        }
    }

    /** Lets days pass in a service, which only a demonstration or a test allows. */
    JsonNode moveClock(String service, String date) {
        var endpoint = URI.create(system.local().url(service) + "/actuator/businessclock");
        return send("drc-admin", "POST", endpoint, "{\"date\":\"" + date + "\"}")
                .expect(200);
    }

    /** Counts all notices anew and compares with the figures of supervision. */
    JsonNode recount() {
        var endpoint = URI.create(system.local().url("sanction") + "/actuator/recount");
        return send("drc-admin", "POST", endpoint, "{}").expect(200);
    }

    String today(String service) {
        var endpoint = URI.create(system.local().url(service) + "/actuator/businessclock");
        return send("drc-admin", "GET", endpoint, null)
                .expect(200)
                .path("today")
                .asString();
    }

    private Answer send(String who, String method, URI address, String body, String... headers) {
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return answer(who, request);
    }

    private Answer answer(String who, HttpRequest.Builder request) {
        if (!who.equals(NOBODY)) {
            request.header("Authorization", "Bearer " + token(who));
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString(UTF_8));
            return new Answer(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** After a claim has changed: the next call is made with a token that says so. */
    void forget(String who) {
        tokens.remove(who);
    }

    private String token(String who) {
        return tokens.compute(who, (name, known) -> {
                    long now = System.nanoTime();
                    return known != null && known.until() - now > 0
                            ? known
                            : new Token(system.token(name), now + TOKEN_KEPT.toNanos());
                })
                .value();
    }
}
