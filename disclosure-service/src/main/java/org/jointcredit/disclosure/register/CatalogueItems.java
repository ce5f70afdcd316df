package org.jointcredit.disclosure.register;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * What collection's public catalogue says of an item. A record is shown without it while collection is away, which is
 * asked again after a while only.
 */
@Component
final class CatalogueItems {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration READ = Duration.ofSeconds(2);
    private static final long KEPT = Duration.ofMinutes(10).toNanos();
    private static final long AWAY = Duration.ofSeconds(20).toNanos();

    private final RestClient collection;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private volatile long silentUntil = System.nanoTime();

    CatalogueItems(RestClient.Builder builder, @Value("${jointcredit.collection-url}") String collection) {
        this.collection = builder.baseUrl(collection)
                .requestFactory(ClientHttpRequestFactoryBuilder.jdk()
                        .build(HttpClientSettings.defaults().withTimeouts(CONNECT, READ)))
                .build();
    }

    /** @param basis law on which its collection rests */
    record Item(String name, String nameEn, String basis) {}

    private record Kept(Item item, long until) {}

    @Nullable
    Item find(String code) {
        long now = System.nanoTime();
        Kept known = kept.get(code);
        if (known != null && known.until() - now > 0) {
            return known.item();
        }
        if (silentUntil - now <= 0) {
            try {
                Item item = collection
                        .get()
                        .uri("/api/collection/catalogue/{code}", code)
                        .retrieve()
                        .body(Item.class);
                if (item != null) {
                    kept.put(code, new Kept(item, now + KEPT));
                    return item;
                }
            } catch (RestClientException _) {
                silentUntil = now + AWAY;
            }
        }
        return known == null ? null : known.item();
    }
}
