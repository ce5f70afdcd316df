package org.jointcredit.sanction;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The list types that collection publishes, as far as the tests ask for them; everything else is not there. */
final class PublishedListTypes {

    private static final Map<String, String> TYPES =
            Map.of("SEVERE-PYRAMID", """
            {"code": "SEVERE-PYRAMID", "name": "传销", "listClass": "SEVERE", "group": "MARKET_ORDER",
             "department": "market", "subjects": ["ORGANISATION", "PERSON"]}""", "SEVERE-CCC", """
            {"code": "SEVERE-CCC", "name": "强制性产品认证", "listClass": "SEVERE", "group": "LIFE_AND_HEALTH",
             "department": "market", "subjects": ["ORGANISATION"]}""", "RED-TAX-A", """
            {"code": "RED-TAX-A", "name": "纳税信用A级", "listClass": "RED",
             "department": "tax", "subjects": ["ORGANISATION"]}""", "SEVERE-JUDGMENT", """
            {"code": "SEVERE-JUDGMENT", "name": "有履行能力拒不履行", "listClass": "SEVERE", "group": "LEGAL_DUTIES",
             "department": "court", "subjects": ["ORGANISATION", "PERSON"]}""");

    private final HttpServer server;

    private PublishedListTypes(HttpServer server) {
        this.server = server;
    }

    static PublishedListTypes running() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", PublishedListTypes::answer);
            server.start();
            return new PublishedListTypes(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String type = path.endsWith("/list-types") ? all() : TYPES.get(path.substring(path.lastIndexOf('/') + 1));
            if (type == null || !path.startsWith("/api/collection/list-types")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] body = type.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String all() {
        return "{\"content\": [" + String.join(",", TYPES.values())
                + "], \"page\": {\"number\": 0, \"size\": 200, \"totalElements\": " + TYPES.size()
                + ", \"totalPages\": 1}}";
    }
}
