package org.jointcredit.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jointcredit.platform.eventing.Outage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/// Turns every exception of a handler into a problem document. A resolver rather than a `@ControllerAdvice`, so that
/// what Spring refuses before it has found a handler takes the same way.
final class ProblemAdvice implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int TRY_AGAIN_AFTER = 5;

    private final ProblemWriter writer;

    ProblemAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (DisconnectedClientHelper.isClientDisconnectedException(exception) || response.isCommitted()) {
            return null;
        }
        try {
            if (exception instanceof ErrorResponse refused) {
                refused.getHeaders().forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
            }
            writer.write(request, response, judged(request, exception));
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem judged(HttpServletRequest request, Exception exception) {
        return switch (exception) {
            case Problem problem -> problem;
            case HttpServerErrorException.ServiceUnavailable _ -> Problem.unavailable(TRY_AGAIN_AFTER);
            case Exception e when Outage.is(e) -> Problem.unavailable(TRY_AGAIN_AFTER);
            // a command that there is not, or not yet: 404 as for every path nobody answers
            case HttpRequestMethodNotSupportedException refused
            when refused.getMethod().equals("POST") -> Problem.unknown();
            case ErrorResponse refused -> ofStatus(refused.getStatusCode().value());
            case MethodArgumentTypeMismatchException mismatch -> Problem.badParameter(mismatch.getName());
            case TypeMismatchException _, HttpMessageNotReadableException _, MultipartException _ ->
                Problem.ofStatus(HttpStatus.BAD_REQUEST);
            default -> unexpected(request, exception);
        };
    }

    private static Problem ofStatus(int code) {
        var status = HttpStatus.resolve(code);
        return status == HttpStatus.SERVICE_UNAVAILABLE
                ? Problem.unavailable(TRY_AGAIN_AFTER)
                : Problem.ofStatus(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
    }

    private static Problem unexpected(HttpServletRequest request, Exception exception) {
        var id = UUID.randomUUID().toString();
        // neither the path nor a message: both may hold what was sent
        LOG.error(
                "request failed: {} {} {}\n{}",
                id,
                request.getMethod(),
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                Traces.withoutMessages(exception));
        return Problem.unexpected(id);
    }
}
