package org.jointcredit.objection;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.platform.eventing.SnapshotPage;

/** Collection and sanction, as far as they are asked for what their topics have not said yet, and who somebody is. */
public final class Owners {
    private final HttpServer server;
    private final Map<String, SnapshotPage.Event> told = new ConcurrentHashMap<>();
    private final Map<String, String> subjects = new ConcurrentHashMap<>();

    private Owners(HttpServer server) {
        this.server = server;
    }

    static Owners running() {
        try {
            var owners = new Owners(HttpServer.create(new InetSocketAddress("localhost", 0), 0));
            owners.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            owners.server.createContext("/", owners::last);
            owners.server.createContext("/api/collection/subjects", owners::subject);
            owners.server.start();
            return owners;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Known to its owner alone; not told on the topic. */
    public void keeps(String id, String type, String key, Object fact) {
        told.put(
                id,
                new SnapshotPage.Event(
                        "e-" + id,
                        type,
                        id,
                        1,
                        Instant.EPOCH,
                        "c",
                        key,
                        ContractJson.mapper().writeValueAsString(fact)));
    }

    /** The subject with this code. */
    public void knows(String code, String subject) {
        subjects.put(code, subject);
    }

    private void last(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        SnapshotPage.Event event = told.get(query.substring(query.indexOf('=') + 1));
        answer(exchange, 200, new SnapshotPage(event == null ? List.of() : List.of(event), null));
    }

    private void subject(HttpExchange exchange) throws IOException {
        String code = ContractJson.mapper()
                .readTree(exchange.getRequestBody().readAllBytes())
                .path("code")
                .asString();
        String subject = subjects.get(code);
        if (subject != null) {
            answer(exchange, 200, Map.of("id", subject));
        } else {
            answer(exchange, 422, Map.of("errors", List.of(Map.of("field", "code", "code", "CHECK_DIGIT"))));
        }
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        try (exchange) {
            byte[] bytes = ContractJson.mapper().writeValueAsString(body).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
