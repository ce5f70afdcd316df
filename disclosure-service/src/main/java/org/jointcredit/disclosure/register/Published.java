package org.jointcredit.disclosure.register;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** What collection publishes under a code, kept for a while. While collection is away it is asked again now and then only. */
public final class Published<T> {
    private static final long KEPT = Duration.ofMinutes(10).toNanos();
    private static final long AWAY = Duration.ofSeconds(20).toNanos();
    private static final int TRY_AGAIN_AFTER = 5;

    private final RestClient collection;
    private final String path;
    private final Class<T> type;
    private final Map<String, Kept<T>> kept = new ConcurrentHashMap<>();
    private volatile long silentUntil = System.nanoTime();

    /** @param path with a place for the code */
    Published(RestClient collection, String path, Class<T> type) {
        this.collection = collection;
        this.path = path;
        this.type = type;
    }

    private record Kept<T>(T value, long until) {}

    /** What was published last, as far as is known now: nothing, too, while collection is away. */
    @Nullable
    T known(String code) {
        try {
            return find(code).orElse(null);
        } catch (Problem _) {
            Kept<T> known = kept.get(code);
            return known == null ? null : known.value();
        }
    }

    /** @throws Problem 503 while nobody can tell whether there is such a thing */
    public Optional<T> find(String code) {
        long now = System.nanoTime();
        Kept<T> known = kept.get(code);
        if (known != null && known.until() - now > 0) {
            return Optional.of(known.value());
        }
        if (silentUntil - now > 0) {
            throw Problem.unavailable(TRY_AGAIN_AFTER);
        }
        try {
            Optional<T> found = Optional.ofNullable(
                    collection.get().uri(path, code).retrieve().body(type));
            found.ifPresent(value -> kept.put(code, new Kept<>(value, now + KEPT)));
            return found;
        } catch (HttpClientErrorException _) {
            return Optional.empty();
        } catch (RestClientException _) {
            silentUntil = now + AWAY;
            throw Problem.unavailable(TRY_AGAIN_AFTER);
        }
    }
}
