package org.jointcredit.objection.deletion;

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

/** For our own services only: what was decided of deletions, for who has to learn it anew. */
@RestController
final class DeletionSnapshotController {
    private final Snapshots snapshots;

    DeletionSnapshotController(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** @param after the {@code next} of the page before */
    @Allowed(Role.SERVICE)
    @GetMapping("/api/objection/deletions/snapshot")
    SnapshotPage deletions(@RequestParam @Nullable String after) {
        return snapshots.page(Topics.REMEDY, Depth.ALL, List.of(DeletionStore.COLLECTION), after);
    }
}
