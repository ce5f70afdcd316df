package org.jointcredit.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/// A request as it was sent. Its body is the service's to read, a form's too, and ends at the limit even if it does not
/// say how long it is. The container would take a form's fields for parameters, and the framework write them into the
/// address of the service.
@Component
final class AsSent extends OncePerRequestFilter {
    private final Problems problems;
    private final GatewaySettings settings;

    AsSent(Problems problems, GatewaySettings settings) {
        this.problems = problems;
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = settings.limit(request.getRequestURI()).toBytes();
        if (request.getContentLengthLong() > limit) {
            problems.write(request, response, ServiceFailure.TOO_LARGE.status);
            return;
        }
        Map<String, String[]> parameters;
        try {
            parameters = parameters(request.getQueryString());
        } catch (IllegalArgumentException _) { // not thrown on: its text quotes the query, and exceptions reach the log
            problems.write(request, response, ServiceFailure.CALLER.status);
            return;
        }
        chain.doFilter(new Unread(request, parameters, limit), response);
    }

    private static Map<String, String[]> parameters(@Nullable String query) {
        var parameters = new LinkedHashMap<String, String[]>();
        if (query == null) {
            return parameters;
        }
        UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .forEach((name, values) -> parameters.put(
                        decoded(name), values.stream().map(AsSent::decoded).toArray(String[]::new)));
        return parameters;
    }

    private static String decoded(@Nullable String text) {
        return text == null ? "" : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static final class Unread extends HttpServletRequestWrapper {
        private final Map<String, String[]> parameters;
        private final long limit;

        Unread(HttpServletRequest request, Map<String, String[]> parameters, long limit) {
            super(request);
            this.parameters = parameters;
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = getParameterValues(name);
            return values == null ? null : values[0];
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream body;
        private long left;

        Counted(ServletInputStream body, long limit) {
            this.body = body;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            var one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = body.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws TooLarge {
            left -= read;
            if (left < 0) {
                throw new TooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
