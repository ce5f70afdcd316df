package org.jointcredit.gateway;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/// What the gateway itself has to say, as `application/problem+json` in the caller's language.
@Component
final class Problems {
    private static final Map<Locale, ResourceBundle> TEXTS =
            Map.of(Languages.DEFAULT, texts(Languages.DEFAULT), Locale.ENGLISH, texts(Locale.ENGLISH));

    private final JsonMapper json;
    private final String retryAfter;

    Problems(JsonMapper json, GatewaySettings settings) {
        this.json = json;
        this.retryAfter = String.valueOf(Math.max(1, settings.breaker().open().toSeconds()));
    }

    void write(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        var language = Languages.of(request);
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", text("title", status, language));
        problem.put("status", status);
        problem.put("detail", text("detail", status, language));
        problem.put("instance", address(request));
        problem.put("errors", List.of()); // the members of a service's problem
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff"); // the security filters have not seen every refusal
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (status >= 503) { // what cannot be done now
            response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    /// The same as the answer of a route.
    ServerResponse response(int status) {
        return ServerResponse.status(status).build((request, response) -> {
            write(request, response, status);
            return null;
        });
    }

    private static Object address(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed != null ? failed : request.getRequestURI();
    }

    private static String text(String part, int status, Locale language) {
        var texts = TEXTS.get(language);
        if (texts == null) {
            throw new IllegalStateException("no texts for " + language);
        }
        var key = part + "." + status;
        return texts.getString(texts.containsKey(key) ? key : part + "." + (status < 500 ? 400 : 500));
    }

    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle("messages", language);
    }
}
