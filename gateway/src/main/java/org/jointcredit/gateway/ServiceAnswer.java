package org.jointcredit.gateway;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/// A service's answer on its way to the caller. Its connection is given back whatever becomes of it (the framework
/// keeps it when it answers 304 by itself), and an answer that breaks off is seen to break off.
record ServiceAnswer(ServerResponse answer, ClientHttpResponse connection, Problems problems)
        implements ServerResponse {
    @Override
    public HttpStatusCode statusCode() {
        return answer.statusCode();
    }

    @Override
    public HttpHeaders headers() {
        return answer.headers();
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return answer.cookies();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws ServletException, IOException {
        try (connection) {
            return answer.writeTo(request, response, context);
        } catch (IOException broken) {
            var failure = ServiceFailure.of(broken);
            if (response.isCommitted() || failure == null || !failure.ofService()) {
                throw broken;
            }
            response.reset();
            problems.write(request, response, failure.status);
            return null;
        }
    }
}
