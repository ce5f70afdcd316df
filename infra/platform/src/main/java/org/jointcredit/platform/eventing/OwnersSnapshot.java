package org.jointcredit.platform.eventing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClient;

/**
 * Where what a consumption is told can be learned anew; declared as a bean beside it.
 *
 * @param consumption its name
 * @param topic the topic that the owner writes
 * @param owner calls the owner's service, under our own identity
 * @param path of its {@link Snapshots}
 */
public record OwnersSnapshot(String consumption, String topic, RestClient owner, String path) {

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
}
