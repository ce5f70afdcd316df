package org.jointcredit.objection.record;

import java.util.List;
import java.util.Optional;
import org.jointcredit.platform.eventing.InboundEvent;
import org.jointcredit.platform.eventing.OwnersSnapshot;
import org.springframework.stereotype.Component;

/** Finds a record; one that is not known here yet is asked of its owner, not refused. */
@Component
public final class RecordLookup {
    private final RecordStore store;
    private final Records records;
    private final OwnersSnapshot owner;

    RecordLookup(RecordStore store, Records records, OwnersSnapshot recordSnapshot) {
        this.store = store;
        this.records = records;
        this.owner = recordSnapshot;
    }

    public Optional<KnownRecord> find(String id) {
        return store.find(id).or(() -> {
            List<InboundEvent> told = owner.last(id);
            if (told.isEmpty()) {
                return Optional.empty();
            }
            records.take(told);
            return store.find(id);
        });
    }
}
