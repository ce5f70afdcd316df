package org.jointcredit.disclosure;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What collection publishes: items of the catalogue and list types; everything else is not there. */
final class Published {
    private static final Pattern KNOWN =
            Pattern.compile("/api/collection/(catalogue/(ORG|PER|XYGS)-.+|list-types/(SEVERE|RED)-TAX)");

    private Published() {}

    static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!KNOWN.matcher(path).matches()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] body =
                    """
                    {"code": "%s", "name": "目录项", "nameEn": "Item", "basis": "A6"}""".formatted(path.substring(path.lastIndexOf('/') + 1)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
