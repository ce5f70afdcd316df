package org.jointcredit.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jointcredit.contract.problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// Writes a refusal as `application/problem+json`, whatever the caller accepts, in the caller's language.
public final class ProblemWriter {
    private final ErrorTexts texts;
    private final JsonMapper json;

    ProblemWriter(ErrorTexts texts) {
        this.texts = texts;
        this.json = JsonMapper.builder()
                .changeDefaultPropertyInclusion(_ -> JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
                .build();
    }

    private record Document(
            String type, String title, int status, String detail, String instance, List<FieldError> errors) {}

    /// @param path of the request that was refused, without its query
    void write(HttpServletRequest request, String path, HttpServletResponse response, Problem problem)
            throws IOException {
        var language = Languages.of(request);
        var status = problem.status();
        var title = title(status, language);
        var detail = texts.textOrNull(
                problem.detailKey(), language, problem.arguments().toArray());
        var document = new Document(
                "about:blank",
                title,
                status.value(),
                detail == null ? title : detail,
                path,
                texts.render(problem.errors(), language));
        response.resetBuffer();
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (problem.retryAfter() != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter().toSeconds()));
        }
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.getOutputStream().write(json.writeValueAsBytes(document));
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        write(request, request.getRequestURI(), response, problem);
    }

    private String title(HttpStatus status, Locale language) {
        @Nullable String title = texts.textOrNull("title." + status.value(), language);
        return title == null ? status.getReasonPhrase() : title;
    }
}
