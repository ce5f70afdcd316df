package org.jointcredit.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids of what a command makes: the same for the same idempotency key of one caller, else random. */
public final class RequestIds {
    private RequestIds() {}

    /** @param key the caller's, belongs to one client, person and resource */
    public static String of(Caller caller, String resource, @Nullable String key) {
        if (key == null || key.isBlank()) {
            return UUID.randomUUID().toString();
        }
        String whole = String.join("\n", caller.clientId(), caller.username(), resource, key);
        return UUID.nameUUIDFromBytes(whole.getBytes(UTF_8)).toString();
    }
}
