package org.jointcredit.testsupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jointcredit.contract.event.ContractJson;
import tools.jackson.databind.JsonNode;

/** Disclosure as far as it takes in looks, or cannot. */
public final class LoggingDisclosure {
    private final HttpServer server;
    private final List<JsonNode> looks = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    private LoggingDisclosure(HttpServer server) {
        this.server = server;
    }

    public static LoggingDisclosure running() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var disclosure = new LoggingDisclosure(server);
            server.createContext("/api/disclosure/accesses", disclosure::take);
            server.start();
            return disclosure;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void away(boolean now) {
        away = now;
    }

    /** Those that were told, oldest first. */
    public List<JsonNode> looks() {
        return List.copyOf(looks);
    }

    public List<JsonNode> looksAt(String subject) {
        return looks.stream()
                .filter(look -> look.path("subject").asString().equals(subject))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var identity = exchange.getRequestHeaders().getFirst("Authorization");
            if (away || identity == null) {
                exchange.sendResponseHeaders(identity == null ? 401 : 503, -1);
                return;
            }
            ContractJson.mapper().readTree(body).path("looks").forEach(looks::add);
            exchange.sendResponseHeaders(204, -1);
        }
    }
}
