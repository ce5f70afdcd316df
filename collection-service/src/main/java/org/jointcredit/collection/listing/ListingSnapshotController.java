package org.jointcredit.collection.listing;

import java.util.List;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.SnapshotPage;
import org.jointcredit.platform.eventing.Snapshots;
import org.jointcredit.platform.eventing.Snapshots.Depth;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For our own services only: everything that was told of listings, for who has to learn it anew. */
@RestController
final class ListingSnapshotController {
    private final Snapshots snapshots;

    ListingSnapshotController(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * @param after the {@code next} of the page before
     * @param id of the only one that is asked for, and of which the last event is enough
     */
    @Allowed(Role.SERVICE)
    @GetMapping("/api/collection/listings/snapshot")
    SnapshotPage listings(@RequestParam @Nullable String after, @RequestParam @Nullable String id) {
        return id == null
                ? snapshots.page(Topics.TRIGGER, Depth.ALL, List.of(ListingStore.COLLECTION), after)
                : snapshots.last(Topics.TRIGGER, List.of(ListingStore.COLLECTION), id);
    }
}
