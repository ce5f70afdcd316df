package org.jointcredit.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Requests that need no identity: those of `@Public` handlers, the OpenAPI document, and the public paths of the front
/// doors that have no handler yet, which answer 404 to everybody.
final class PublicPaths implements RequestMatcher {
    private static final List<String> READABLE_LATER =
            List.of("catalogue", "catalogue/**", "rule-sets", "public/**", "permits/keys", "reports/*/verification");

    private final String service;
    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private volatile @Nullable List<RequestMatcher> matchers;

    /// @param mapping asked at the first request only: it needs what security is part of
    PublicPaths(String service, ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.service = service;
        this.mapping = mapping;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        var known = matchers;
        if (known == null) {
            known = all();
            matchers = known;
        }
        return known.stream().anyMatch(matcher -> matcher.matches(request));
    }

    private List<RequestMatcher> all() {
        var handlers = mapping.getObject().getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().hasMethodAnnotation(Public.class))
                .flatMap(entry -> of(entry.getKey()));
        var later = READABLE_LATER.stream().flatMap(path -> readable("/api/" + service + "/" + path));
        var openapi = Stream.of("openapi", "openapi.yaml", "openapi/**")
                .flatMap(path -> readable("/api/" + service + "/" + path));
        var sentLater = Stream.of("tip-offs", "reports/*/verification")
                .map(path -> path(HttpMethod.POST, "/api/" + service + "/" + path));
        return Stream.of(handlers, later, openapi, sentLater)
                .flatMap(matchers -> matchers)
                .toList();
    }

    private static Stream<RequestMatcher> of(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.stream()
                        .map(method -> method.asHttpMethod())
                        .flatMap(method ->
                                method == HttpMethod.GET ? readable(pattern) : Stream.of(path(method, pattern))));
    }

    private static Stream<RequestMatcher> readable(String pattern) {
        return Set.of(HttpMethod.GET, HttpMethod.HEAD).stream().map(method -> path(method, pattern));
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
