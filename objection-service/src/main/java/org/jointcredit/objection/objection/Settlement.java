package org.jointcredit.objection.objection;

import java.util.Objects;
import java.util.Optional;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.objection.listing.ListingMoved;
import org.jointcredit.objection.record.RecordsMoved;
import org.jointcredit.platform.eventing.Cause;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets go of what stays held after a decision, once the owners have done what it asks of them (S5, decision 11). */
@Component
final class Settlement {
    private final ObjectionStore store;
    private final Targets targets;

    Settlement(ObjectionStore store, Targets targets) {
        this.store = store;
        this.targets = targets;
    }

    @EventListener
    void moved(RecordsMoved moved) {
        store.waitingForRecords(moved.causes().keySet())
                .forEach((id, record) ->
                        settle(id, Objects.requireNonNull(moved.causes().get(record))));
    }

    @EventListener
    void moved(ListingMoved moved) {
        store.waitingForListing(moved.listing().id()).forEach(id -> settle(id, moved.cause()));
    }

    /** Also after a decision: its owner may have acted between the look and the write. */
    Objection settle(String id, Cause cause) {
        return store.change(id, before -> {
            ObjectionOutcome outcome = before.outcome();
            return outcome == null
                            || !before.hanging().holding()
                            || !targets.isDone(outcome, before.against(), before.hanging())
                    ? Optional.empty()
                    : Optional.of(ObjectionChange.told(before.letGo(), Timeline.RELEASED, "P5.8", cause));
        });
    }
}
