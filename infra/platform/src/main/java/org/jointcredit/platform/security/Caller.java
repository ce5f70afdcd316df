package org.jointcredit.platform.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/// Who asks, as the token says. A controller method that names it as a parameter gets it.
///
/// @param username of a person the log-in name, of a system or service its client id: the name for journals and for
///     comparing two pairs of eyes
/// @param displayName what people call them; the username where the token has no name
/// @param clientId the client the token was issued to (`azp`), e.g. `sys-market`
/// @param dept code of the department, empty where the token names none: no department has that code
/// @param subject opaque subject id of a SUBJECT
/// @param address where the request came from, as the gateway tells it; for journals only
public record Caller(
        String username,
        String displayName,
        String clientId,
        String dept,
        Set<Role> roles,
        @Nullable String subject,
        @Nullable String address) {

    public boolean has(Role... anyOf) {
        return Arrays.stream(anyOf).anyMatch(roles::contains);
    }

    static Caller of(Jwt token, @Nullable String address) {
        var roles = roles(token);
        var clientId = text(token, "azp", "");
        var machine = roles.contains(Role.SYSTEM) || roles.contains(Role.SERVICE);
        var username = machine ? clientId : text(token, "preferred_username", text(token, "sub", ""));
        return new Caller(
                username,
                text(token, "name", username),
                clientId,
                text(token, "dept", ""),
                roles,
                token.getClaims().get("subject") instanceof String subject ? subject : null,
                address);
    }

    private static Set<Role> roles(Jwt token) {
        var named = token.getClaims().get("roles") instanceof Collection<?> names ? names : List.of();
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (named.contains(role.name())) {
                roles.add(role);
            }
        }
        return Set.copyOf(roles);
    }

    // a claim of another type gives nothing rather than an error
    private static String text(Jwt token, String claim, String otherwise) {
        return token.getClaims().get(claim) instanceof String text ? text : otherwise;
    }
}
