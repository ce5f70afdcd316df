package org.jointcredit.platform.eventing;

import java.util.List;
import java.util.Objects;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Where what a consumption is told can be learned anew; declared as a bean beside it.
 *
 * @param consumption its name
 * @param topic the topic that the owner writes
 * @param owner calls the owner's service, under our own identity
 * @param path of its {@link Snapshots}
 */
public record OwnersSnapshot(String consumption, String topic, RestClient owner, String path) {
    private static final int TRY_AGAIN_AFTER = 5;

    /** @param after as the page before says; null for the first */
    public SnapshotPage page(@Nullable String after) {
        return Objects.requireNonNull(owner.get()
                .uri(
                        path,
                        uri -> after == null
                                ? uri.build()
                                : uri.queryParam("after", after).build())
                .retrieve()
                .body(SnapshotPage.class));
    }

    /**
     * What its owner told last of one aggregate, as if it had just come on the topic; nothing where there is none.
     *
     * @throws Problem 503 while the owner is away
     */
    public List<InboundEvent> last(String id) {
        try {
            return Objects.requireNonNull(owner.get()
                            .uri(path, uri -> uri.queryParam("id", "{id}").build(id))
                            .retrieve()
                            .body(SnapshotPage.class))
                    .on(topic);
        } catch (RestClientException | OAuth2AuthorizationException _) {
            throw Problem.unavailable(TRY_AGAIN_AFTER);
        }
    }
}
