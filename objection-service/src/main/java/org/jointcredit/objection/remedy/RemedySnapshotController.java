package org.jointcredit.objection.remedy;

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

/** For our own services only: what was said of cases of every kind, for who has to learn it anew. */
@RestController
final class RemedySnapshotController {
    private final Snapshots snapshots;
    private final List<String> collections;

    RemedySnapshotController(Snapshots snapshots, List<RemedyCollection> collections) {
        this.snapshots = snapshots;
        // a page's cursor names the collection by its place
        this.collections =
                collections.stream().map(RemedyCollection::name).sorted().toList();
    }

    /** @param after the {@code next} of the page before */
    @Allowed(Role.SERVICE)
    @GetMapping("/api/objection/deletions/snapshot")
    SnapshotPage remedies(@RequestParam @Nullable String after) {
        return snapshots.page(Topics.REMEDY, Depth.ALL, collections, after);
    }
}
