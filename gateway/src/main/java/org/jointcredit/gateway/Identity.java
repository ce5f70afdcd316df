package org.jointcredit.gateway;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.client.RestTemplate;

/// Who gets through the door: deny is the default. The services check issuer, audience, role and department themselves.
@Configuration(proxyBeanMethods = false)
final class Identity {
    private static final Logger LOG = LoggerFactory.getLogger(Identity.class);

    private static final List<String> PUBLIC_TO_READ = List.of(
            "/api/collection/catalogue/**",
            "/api/collection/list-types/**",
            "/api/sanction/measures/**",
            "/api/sanction/rule-sets/**",
            "/api/sanction/permits/keys",
            "/api/disclosure/public/**",
            "/api/disclosure/reports/*/verification",
            "/api/objection/keys",
            "/api/*/openapi");

    private static final List<String> PUBLIC_TO_POST = List.of(
            "/api/collection/tip-offs", "/api/disclosure/public/persons", "/api/disclosure/reports/*/verification");

    /// What everybody may ask, by the table of the front doors.
    static final RequestMatcher PUBLIC = new OrRequestMatcher(
            Stream.of(paths(GET, PUBLIC_TO_READ), paths(HEAD, PUBLIC_TO_READ), paths(POST, PUBLIC_TO_POST))
                    .flatMap(paths -> paths)
                    .toList());

    /// Of the viewer's jar no more than the page of the interfaces needs.
    private static final String[] VIEWER = {
        "/webjars/swagger-ui/swagger-ui.css",
        "/webjars/swagger-ui/swagger-ui-bundle.js",
        "/webjars/swagger-ui/swagger-ui-standalone-preset.js"
    };

    /// The one style that the viewer of the interfaces writes into its page.
    private static final String STYLE_OF_THE_VIEWER = "sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w=";

    private final Problems problems;
    private final Realm realm;

    Identity(Problems problems, Realm realm) {
        this.problems = problems;
        this.realm = realm;
    }

    private static Stream<RequestMatcher> paths(HttpMethod method, List<String> patterns) {
        return patterns.stream().map(pattern -> pathPattern(method, pattern));
    }

    /// Who shows a token is known by it, whatever cookies come along.
    static boolean hasBearer(HttpServletRequest request) {
        var shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        return shown != null && shown.regionMatches(true, 0, "Bearer", 0, "Bearer".length());
    }

    /// Everything without a session: systems, and the pages, which are public and carry no cookie.
    @Bean
    @Order(2)
    SecurityFilterChain bearers(HttpSecurity http) {
        return guarded(http)
                .oauth2ResourceServer(tokens -> tokens.jwt(jwt -> {})
                        .authenticationEntryPoint(this::refuse)
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                                filter.setAuthenticationFailureHandler(Identity.this::refuse);
                                return filter;
                            }
                        }))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable()) // nothing here is known by a cookie
                .logout(logout -> logout.disable())
                .build();
    }

    /// What holds for everybody: who may call what, how it is refused, and the headers of an answer.
    HttpSecurity guarded(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(PUBLIC)
                        .permitAll()
                        .requestMatchers("/api/**", "/me")
                        .authenticated()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole("SYSTEM")
                        .requestMatchers(VIEWER)
                        .permitAll()
                        .requestMatchers("/webjars/**")
                        .authenticated()
                        .requestMatchers(GET, "/**")
                        .permitAll()
                        .requestMatchers(HEAD, "/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(this::refuse)
                        .accessDeniedHandler((request, response, _) -> problems.write(request, response, 403)))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'self'; style-src 'self' '"
                                        + STYLE_OF_THE_VIEWER + "'; img-src 'self' data:;"
                                        + " frame-ancestors 'none'; form-action 'self'; base-uri 'self';"
                                        + " object-src 'none'"))
                        .referrerPolicy(referrer -> {})
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .addHeaderWriter(new StaticHeadersWriter(
                                "Permissions-Policy",
                                "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()")));
    }

    /// Asks the issuer for its keys at the first token, so the gateway starts without it, and not for the 30 s that are
    /// the default when it hangs.
    @Bean
    JwtDecoder tokens() {
        var checked = new SupplierJwtDecoder(() -> {
            var decoder = NimbusJwtDecoder.withIssuerLocation(realm.issuer())
                    .restOperations(new RestTemplate(realm.requests()))
                    .build();
            decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(realm.issuer()));
            return decoder;
        });
        return token -> {
            try {
                return checked.decode(token);
            } catch (JwtDecoderInitializationException away) {
                throw new JwtException("the issuer does not answer", away);
            }
        };
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof AuthenticationServiceException) { // the token may be good, but nobody can say so now
            LOG.warn("no token can be checked: {}", reason.getMessage());
            problems.write(request, response, 503);
            return;
        }
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                reason instanceof OAuth2AuthenticationException ? "Bearer error=\"invalid_token\"" : "Bearer");
        problems.write(request, response, 401);
    }
}
