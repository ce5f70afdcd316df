package org.jointcredit.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.removeRequestHeader;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// `/api/<service>/**` goes to that service as it is: no prefix is taken off, so what the services say of their own
/// addresses is true outside too.
@Configuration(proxyBeanMethods = false)
final class Routes {
    @Bean
    RouterFunction<ServerResponse> services(GatewaySettings settings, SessionTokens tokens, Problems problems) {
        return settings.services().entrySet().stream()
                .map(service -> service(
                        service.getKey(),
                        service.getValue(),
                        tokens,
                        new ServiceGuard(service.getKey(), settings.breaker(), problems)))
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    private static RouterFunction<ServerResponse> service(
            String name, URI address, SessionTokens tokens, ServiceGuard guard) {
        return route(name)
                .route(path("/api/" + name + "/**"), http())
                .before(uri(address))
                .before(removeRequestHeader(HttpHeaders.COOKIE))
                .before(removeRequestHeader("X-XSRF-TOKEN"))
                .before(removeRequestHeader("X-Forwarded-Prefix")) // the one such header that is not written anew
                .before(removeRequestHeader(HttpHeaders.EXPECT)) // the container has answered it
                .filter(tokens)
                .filter(guard)
                .build();
    }
}
