package org.jointcredit.gateway;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.WebUtils;

/// 登录: people with a browser are known by a session, whose cookie is all the browser holds. Why it is made this way:
/// docs/decisions/0007.
@Configuration(proxyBeanMethods = false)
final class Browsers {
    private static final Logger LOG = LoggerFactory.getLogger(Browsers.class);
    private static final String START = "/oauth2/authorization";
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Identity identity;
    private final Realm realm;

    Browsers(Identity identity, Realm realm) {
        this.identity = identity;
        this.realm = realm;
    }

    /// Only what needs a session has one: pages and what is public to everybody carry no cookie.
    @Bean
    @Order(1)
    SecurityFilterChain sessions(
            HttpSecurity http,
            ClientRegistrationRepository clients,
            SingleLogout logout,
            @Value("${server.servlet.session.cookie.name}") String cookie) {
        RequestMatcher known = request -> WebUtils.getCookie(request, cookie) != null;
        var code = new RestClientAuthorizationCodeTokenResponseClient();
        code.setRestClient(tokenEndpoint());
        return identity.guarded(http.securityMatcher(new AndRequestMatcher(
                        new NegatedRequestMatcher(Identity::hasBearer),
                        new OrRequestMatcher(
                                pathPattern("/me"),
                                pathPattern("/login/**"),
                                pathPattern("/logout"),
                                pathPattern("/oauth2/**"),
                                new AndRequestMatcher(pathPattern("/api/**"), known)))))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(readByTheConsole())
                        .requireCsrfProtectionMatcher(Browsers::actsForSomebody))
                .oauth2Login(login -> login.loginPage("/login")
                        .authorizationEndpoint(start -> start.authorizationRequestResolver(withWayBack(clients)))
                        .tokenEndpoint(token -> token.accessTokenResponseClient(code))
                        .successHandler(this::loggedIn)
                        .failureHandler(this::failed))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(identity::refuse))
                .logout(out -> out.addLogoutHandler(logout)
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler()))
                .build();
    }

    @Bean
    ClientRegistrationRepository clients() {
        return new InMemoryClientRegistrationRepository(realm.client());
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /// By default they would lie in a map by user name, which all browsers of a user share.
    @Bean
    OAuth2AuthorizedClientRepository tokensInSession() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OAuth2AuthorizedClientManager renewal(
            ClientRegistrationRepository clients,
            OAuth2AuthorizedClientRepository tokens,
            ApplicationEventPublisher events) {
        var refresh = new RestClientRefreshTokenTokenResponseClient();
        refresh.setRestClient(tokenEndpoint());
        var renewal = new DefaultOAuth2AuthorizedClientManager(clients, tokens);
        renewal.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .refreshToken(token -> token.accessTokenResponseClient(refresh)
                        .clockSkew(SessionTokens.AHEAD)
                        .eventPublisher(events))
                .build());
        return renewal;
    }

    private RestClient tokenEndpoint() {
        return RestClient.builder()
                .requestFactory(realm.requests())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    private static CookieCsrfTokenRepository readByTheConsole() {
        var cookies = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookies.setCookieCustomizer(cookie -> cookie.secure(true).sameSite("Lax"));
        return cookies;
    }

    /// Without a session that is somebody's there is nothing to forge: identity is judged first, and answers 401.
    private static boolean actsForSomebody(HttpServletRequest request) {
        return !SAFE_METHODS.contains(request.getMethod())
                && SecurityContextHolder.getContext().getAuthentication() != null;
    }

    /// Carries `to` through the log-in, and asks Keycloak for the language of the page one comes from: Chinese, unless
    /// it says English.
    private static OAuth2AuthorizationRequestResolver withWayBack(ClientRegistrationRepository clients) {
        var standard = new DefaultOAuth2AuthorizationRequestResolver(clients, START);
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                var isOurs = request.getRequestURI().equals(START + '/' + Realm.REGISTRATION);
                return isOurs ? completed(standard.resolve(request), request) : null;
            }

            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
                return completed(standard.resolve(request, registration), request);
            }
        };
    }

    private static @Nullable OAuth2AuthorizationRequest completed(
            @Nullable OAuth2AuthorizationRequest resolved, HttpServletRequest request) {
        if (resolved == null) {
            return null;
        }
        var way = WayBack.to(request.getParameter("to"), request.getParameter("again") != null);
        return OAuth2AuthorizationRequest.from(resolved)
                .state(way.state(Objects.requireNonNull(resolved.getState())))
                .additionalParameters(
                        more -> more.put("ui_locales", "en".equals(request.getParameter("lang")) ? "en" : "zh-CN"))
                .build();
    }

    private void loggedIn(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        SessionTokens.begin(request.getSession());
        redirect(response, wayBack(request).to());
    }

    /// Another tab or an old page may have crossed this log-in: tried once more, mostly without anybody noticing.
    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
        var way = wayBack(request);
        LOG.info(
                "a log-in came to nothing: {}",
                reason instanceof OAuth2AuthenticationException refused
                        ? refused.getError().getErrorCode()
                        : reason.getClass());
        redirect(response, way.again() ? "/?login=failed" : new WayBack(way.to(), true).at("/login"));
    }

    private static WayBack wayBack(HttpServletRequest request) {
        return WayBack.ofState(request.getParameter(OAuth2ParameterNames.STATE));
    }

    static void redirect(HttpServletResponse response, String to) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, to);
    }
}
