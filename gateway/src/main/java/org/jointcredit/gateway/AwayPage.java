package org.jointcredit.gateway;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// Says that Keycloak is away, and asks for the same address again until it is back: then the log-in goes on.
final class AwayPage {
    private static final int SECONDS = 3;

    private AwayPage() {}

    static void write(HttpServletResponse response, Locale language) throws IOException {
        var texts = ResourceBundle.getBundle("messages", language);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(SECONDS));
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write("""
                        <!doctype html>
                        <html lang="%1$s">
                        <head>
                          <meta charset="utf-8">
                          <meta name="viewport" content="width=device-width, initial-scale=1">
                          <meta http-equiv="refresh" content="%2$d">
                          <title>%3$s</title>
                          <link rel="icon" href="data:,">
                          <link rel="stylesheet" href="/away.css">
                        </head>
                        <body><main><h1>%3$s</h1><p role="status">%4$s</p></main></body>
                        </html>
                        """.formatted(
                        language.toLanguageTag(), SECONDS, texts.getString("away.title"), texts.getString("away.text"))
                .getBytes(StandardCharsets.UTF_8));
    }
}
