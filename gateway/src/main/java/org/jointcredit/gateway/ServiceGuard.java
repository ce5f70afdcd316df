package org.jointcredit.gateway;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Stands before one service: while it does not answer, callers are told so at once and need not wait for it. Why it
/// is made this way: docs/decisions/0005.
final class ServiceGuard implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceGuard.class);
    private static final int TRIALS = 3;

    private final CircuitBreaker breaker;
    private final Problems problems;

    ServiceGuard(String service, GatewaySettings.Breaker settings, Problems problems) {
        this.problems = problems;
        this.breaker = CircuitBreaker.of(
                service,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.window())
                        .minimumNumberOfCalls(settings.window() / 2)
                        .waitDurationInOpenState(settings.open())
                        .permittedNumberOfCallsInHalfOpenState(TRIALS)
                        // a trial may be a long upload: the others do not wait for its end
                        .maxWaitDurationInHalfOpenState(settings.trial())
                        .transitionToStateAfterWaitDuration(CircuitBreaker.State.CLOSED)
                        .ignoreException(ServiceGuard::saysNothingOfTheService)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(moved -> LOG.warn("{}: circuit breaker {}", service, moved.getStateTransition()));
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        try {
            var answer = breaker.executeCallable(() -> next.handle(request));
            ClientHttpResponse connection = MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_ATTR);
            return connection == null ? answer : new ServiceAnswer(answer, connection, problems);
        } catch (CallNotPermittedException _) {
            return problems.response(ServiceFailure.AWAY.status);
        } catch (Exception thrown) {
            var failure = ServiceFailure.of(thrown);
            if (failure == null) {
                throw thrown;
            }
            return problems.response(failure.status);
        }
    }

    private static boolean saysNothingOfTheService(Throwable thrown) {
        var failure = ServiceFailure.of(thrown);
        return failure == null || !failure.ofService();
    }
}
