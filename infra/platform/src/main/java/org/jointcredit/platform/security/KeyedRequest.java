package org.jointcredit.platform.security;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.json.CanonicalJson;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command with its body and, where the caller gave one, its idempotency key: the key is looked at before the fields.
 * What was made with it first is the answer to the same body, and 409 to another one. Of a body that may hold a number
 * only a keyed hash is kept (X4).
 */
public final class KeyedRequest {
    private final String id;
    private final boolean keyed;
    private final String canonical;
    private final IndexKeys keys;

    private KeyedRequest(String id, boolean keyed, String canonical, IndexKeys keys) {
        this.id = id;
        this.keyed = keyed;
        this.canonical = canonical;
        this.keys = keys;
    }

    /**
     * @param key the caller's; belongs to one client, person and resource
     * @param keys by which the body is compared
     */
    public static KeyedRequest of(
            Caller caller, String resource, @Nullable String key, ObjectNode body, IndexKeys keys) {
        return new KeyedRequest(
                RequestIds.of(caller, resource, key), key != null && !key.isBlank(), CanonicalJson.of(body), keys);
    }

    /** Of what the command makes. */
    public String id() {
        return id;
    }

    /** Whether it may have been sent before. */
    public boolean isKeyed() {
        return keyed;
    }

    /** What is kept of the body. */
    public String fingerprint() {
        return keys.keyedFingerprint(canonical);
    }

    /** @throws Problem 409 if this is the fingerprint of another body */
    public void mustBeOf(String fingerprint) {
        if (!keys.matches(fingerprint, canonical)) {
            throw Problem.duplicate("Idempotency-Key");
        }
    }

    /**
     * What was made with the key before.
     *
     * @param find by {@link #id()}
     * @throws Problem 409 if it was made of another body
     */
    public <T> Optional<T> first(Supplier<Optional<T>> find, Function<T, String> fingerprint) {
        if (!keyed) {
            return Optional.empty();
        }
        Optional<T> first = find.get();
        first.ifPresent(made -> mustBeOf(fingerprint.apply(made)));
        return first;
    }
}
