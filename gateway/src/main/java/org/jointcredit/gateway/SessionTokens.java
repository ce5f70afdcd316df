package org.jointcredit.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Who is logged in with a browser is known to the services by the access token of the session, renewed at Keycloak in
/// time. The browser never sees a token.
@Component
final class SessionTokens implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    /// So long before its end a token is renewed: it must still be good when a service looks at it.
    static final Duration AHEAD = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(SessionTokens.class);
    private static final String RENEWING = SessionTokens.class.getName();

    private final OAuth2AuthorizedClientRepository tokens;
    private final OAuth2AuthorizedClientManager renewal;
    private final Problems problems;
    private final Realm realm;
    private final Clock clock;

    SessionTokens(
            OAuth2AuthorizedClientRepository tokens,
            OAuth2AuthorizedClientManager renewal,
            Problems problems,
            Realm realm,
            Clock clock) {
        this.tokens = tokens;
        this.renewal = renewal;
        this.problems = problems;
        this.realm = realm;
        this.clock = clock;
    }

    sealed interface Access {
        record Granted(String token) implements Access {}

        /// Keycloak knows the session no more; neither does the gateway from now on.
        record Ended() implements Access {}

        /// Keycloak cannot be asked now.
        record Unknown() implements Access {}
    }

    /// To be called when a session becomes somebody's.
    static void begin(HttpSession session) {
        session.setAttribute(RENEWING, new ReentrantLock());
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (!(request.servletRequest().getUserPrincipal() instanceof OAuth2AuthenticationToken who)) {
            return next.handle(request);
        }
        return switch (access(who, request.servletRequest())) {
            case Access.Granted(var token) ->
                next.handle(ServerRequest.from(request)
                        .headers(headers -> headers.setBearerAuth(token))
                        .build());
            // what strangers get, a session that cannot be proved gets too
            case Access.Ended _, Access.Unknown _
            when Identity.PUBLIC.matches(request.servletRequest()) -> next.handle(request);
            case Access.Ended _ -> problems.response(401);
            case Access.Unknown _ -> problems.response(503);
        };
    }

    Access access(OAuth2AuthenticationToken who, HttpServletRequest request) {
        var held = held(who, request);
        if (held != null && left(held).compareTo(AHEAD) > 0) {
            return granted(held);
        }
        if (!(request.getSession(false) instanceof HttpSession session)
                || !(session.getAttribute(RENEWING) instanceof ReentrantLock renewing)) {
            return new Access.Ended();
        }
        return renewed(who, request, session, renewing);
    }

    /// One request renews, the others of the session wait for it and find the new token.
    private Access renewed(
            OAuth2AuthenticationToken who, HttpServletRequest request, HttpSession session, ReentrantLock renewing) {
        try {
            if (!renewing.tryLock(realm.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Access.Unknown();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Access.Unknown();
        }
        try {
            var renewed = renewal.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(Realm.REGISTRATION)
                    .principal(who)
                    .build());
            return renewed == null ? new Access.Ended() : granted(renewed);
        } catch (ClientAuthorizationException failed) {
            if (failed.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_GRANT)) {
                session.invalidate();
                return new Access.Ended();
            }
            LOG.warn("no token can be renewed: {}", failed.getError().getErrorCode());
            var held = held(who, request);
            return held != null && !left(held).isNegative() ? granted(held) : new Access.Unknown();
        } finally {
            renewing.unlock();
        }
    }

    private @Nullable OAuth2AuthorizedClient held(OAuth2AuthenticationToken who, HttpServletRequest request) {
        return tokens.loadAuthorizedClient(Realm.REGISTRATION, who, request);
    }

    private static Access granted(OAuth2AuthorizedClient client) {
        return new Access.Granted(client.getAccessToken().getTokenValue());
    }

    private Duration left(OAuth2AuthorizedClient client) {
        var end = client.getAccessToken().getExpiresAt();
        return end == null ? Duration.ZERO : Duration.between(clock.instant(), end);
    }
}
