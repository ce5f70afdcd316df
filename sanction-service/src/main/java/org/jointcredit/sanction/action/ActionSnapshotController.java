package org.jointcredit.sanction.action;

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

/** For our own services only: what was told last of each joint action, for who has to learn it anew. */
@RestController
final class ActionSnapshotController {
    private final Snapshots snapshots;
    private final NoticeStore notices;

    ActionSnapshotController(Snapshots snapshots, NoticeStore notices) {
        this.snapshots = snapshots;
        this.notices = notices;
    }

    /** @param after the {@code next} of the page before */
    @Allowed(Role.SERVICE)
    @GetMapping("/api/sanction/actions/snapshot")
    SnapshotPage actions(@RequestParam @Nullable String after) {
        return snapshots.page(Topics.FEEDBACK, Depth.LAST, List.of(JointActionStore.COLLECTION), after);
    }

    /**
     * All that was told of actions and of what agencies reported on their notices, to who keeps when each said what.
     *
     * @param id of a notice, where its action is the only one that is asked for, and its last event is enough
     */
    @Allowed(Role.SERVICE)
    @GetMapping("/api/sanction/feedback/snapshot")
    SnapshotPage feedback(@RequestParam @Nullable String after, @RequestParam @Nullable String id) {
        if (id == null) {
            return snapshots.page(
                    Topics.FEEDBACK, Depth.ALL, List.of(JointActionStore.COLLECTION, NoticeStore.COLLECTION), after);
        }
        return notices.actionOf(id)
                .map(action -> snapshots.last(Topics.FEEDBACK, List.of(JointActionStore.COLLECTION), action))
                .orElseGet(() -> new SnapshotPage(List.of(), null));
    }
}
