package org.jointcredit.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where a person's browser begins a log-in, and learns who it is logged in as.
@RestController
final class LoginController {
    private final SessionTokens tokens;
    private final PartsStatus parts;
    private final Problems problems;

    LoginController(SessionTokens tokens, PartsStatus parts, Problems problems) {
        this.tokens = tokens;
        this.parts = parts;
        this.problems = problems;
    }

    /// What the services know of a caller too: the claims of the token.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            String username,
            String name,
            @Nullable String dept,
            List<String> roles,
            @Nullable String subject) {
        static Person of(ClaimAccessor claims) {
            var username = Objects.requireNonNullElse(claims.getClaimAsString("preferred_username"), "");
            return new Person(
                    username,
                    Objects.requireNonNullElse(claims.getClaimAsString("name"), username),
                    claims.getClaimAsString("dept"),
                    Objects.requireNonNullElse(claims.getClaimAsStringList("roles"), List.of()),
                    claims.getClaimAsString("subject"));
        }
    }

    /// While Keycloak is away the page says so and tries again by itself.
    @GetMapping("/login")
    void login(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(defaultValue = "false") boolean again,
            @Nullable Authentication who,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var way = WayBack.to(to, again);
        if (who instanceof OAuth2AuthenticationToken) {
            Browsers.redirect(response, way.to());
        } else if (parts.isUp(Realm.REGISTRATION)) {
            Browsers.redirect(
                    response,
                    way.at("/oauth2/authorization/" + Realm.REGISTRATION) + ("en".equals(lang) ? "&lang=en" : ""));
        } else {
            AwayPage.write(response, "en".equals(lang) ? Locale.ENGLISH : Languages.of(request));
        }
    }

    @GetMapping("/me")
    @Nullable
    Person me(Authentication who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (who instanceof OAuth2AuthenticationToken session
                && tokens.access(session, request) instanceof SessionTokens.Access.Ended) {
            problems.write(request, response, 401);
            return null;
        }
        return Person.of((ClaimAccessor) Objects.requireNonNull(who.getPrincipal()));
    }
}
