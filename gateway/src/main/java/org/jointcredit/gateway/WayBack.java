package org.jointcredit.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// Where somebody comes back to after the log-in. It travels in the `state`, behind the random part that guards it, so
/// each of a browser's tabs has its own and it is known even where the session that began the log-in is not.
///
/// @param to a path of this site, with its query and fragment
/// @param again the first attempt came to nothing
record WayBack(String to, boolean again) {
    private static final String HOME = "/";
    private static final int LONGEST = 1000;
    private static final Pattern ASTRAY = Pattern.compile("//|[\\\\\\p{Cntrl}]");

    /// Home if the wish leads, or could be read to lead, to another site.
    static WayBack to(@Nullable String wish, boolean again) {
        return new WayBack(safe(wish), again);
    }

    static WayBack ofState(@Nullable String state) {
        var parts = state == null ? new String[0] : state.split("\\.", -1);
        if (parts.length != 3) {
            return new WayBack(HOME, false);
        }
        try {
            return to(
                    new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8),
                    Boolean.parseBoolean(parts[2]));
        } catch (IllegalArgumentException _) {
            return new WayBack(HOME, false);
        }
    }

    /// @param random without a dot
    String state(String random) {
        return random + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(to.getBytes(StandardCharsets.UTF_8)) + "."
                + again;
    }

    /// The same as a query of an address of the gateway.
    String at(String path) {
        var address = UriComponentsBuilder.fromPath(path).queryParam("to", "{to}");
        return (again ? address.queryParam("again", true) : address)
                .encode()
                .buildAndExpand(to)
                .toUriString();
    }

    private static String safe(@Nullable String wish) {
        if (wish == null || wish.length() > LONGEST || wish.startsWith("//")) {
            return HOME;
        }
        try {
            var address = new URI(wish);
            var path = address.getPath();
            return address.isAbsolute()
                            || address.getRawAuthority() != null
                            || path == null
                            || !path.startsWith("/")
                            || ASTRAY.matcher(path).find()
                    ? HOME
                    : address.toASCIIString();
        } catch (URISyntaxException _) {
            return HOME;
        }
    }
}
