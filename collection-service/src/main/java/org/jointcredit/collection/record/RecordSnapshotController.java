package org.jointcredit.collection.record;

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

/** For our own services only: everything that was told of records, for who has to learn it anew. */
@RestController
final class RecordSnapshotController {
    /** A record is erased by moving from one to the other. */
    private static final List<String> AGGREGATES = List.of(RecordStore.COLLECTION, ErasedStore.COLLECTION);

    private final Snapshots snapshots;

    RecordSnapshotController(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * @param after the {@code next} of the page before
     * @param id of the only one that is asked for, and of which the last event is enough
     */
    @Allowed(Role.SERVICE)
    @GetMapping("/api/collection/records/snapshot")
    SnapshotPage records(@RequestParam @Nullable String after, @RequestParam @Nullable String id) {
        return id == null
                ? snapshots.page(Topics.RECORD, Depth.ALL, AGGREGATES, after)
                : snapshots.last(Topics.RECORD, AGGREGATES, id);
    }
}
