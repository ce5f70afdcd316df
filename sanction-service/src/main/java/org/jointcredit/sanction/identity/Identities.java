package org.jointcredit.sanction.identity;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks collection who a natural person is, for one agency's officer at one moment; collection logs each look. Nothing
 * is kept.
 */
public final class Identities {

    private static final int TRY_AGAIN_AFTER = 5;

    private final RestClient collection;
    private final CircuitBreaker breaker = CircuitBreaker.ofDefaults("collection-identity");

    Identities(RestClient collection) {
        this.collection = collection;
    }

    /** @param idNumber the number of the person's document */
    public record Identity(
            String name,
            @Nullable String documentKind,
            @Nullable String idNumber) {}

    /**
     * @param officer who looks, for collection's log
     * @throws Problem 503 while collection is away
     */
    public Identity of(String subject, String officer) {
        try {
            Identity identity = breaker.executeSupplier(() -> collection
                    .get()
                    .uri("/api/collection/subjects/{subject}/identity", subject)
                    .header("X-On-Behalf-Of", encoded(officer))
                    .retrieve()
                    .body(Identity.class));
            if (identity == null) {
                throw Problem.unavailable(TRY_AGAIN_AFTER);
            }
            return identity;
        } catch (RestClientException | OAuth2AuthorizationException | CallNotPermittedException e) {
            throw Problem.unavailable(TRY_AGAIN_AFTER);
        }
    }

    private static String encoded(String officer) {
        return java.net.URLEncoder.encode(officer, java.nio.charset.StandardCharsets.UTF_8);
    }
}
