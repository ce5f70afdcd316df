package org.jointcredit.objection.deletion;

import java.util.Optional;
import org.jointcredit.contract.event.Against;
import org.jointcredit.objection.deletion.DeletionStore.Scope;
import org.jointcredit.objection.remedy.TracedCase;
import org.jointcredit.objection.remedy.TracedCase.Effect;
import org.jointcredit.objection.remedy.TracedCases;
import org.jointcredit.platform.security.Caller;
import org.springframework.stereotype.Component;

/** Deletions, to be followed until the record is gone; the subject alone may know of its own. */
@Component
final class TracedDeletions implements TracedCases {
    private final DeletionStore store;

    TracedDeletions(DeletionStore store) {
        this.store = store;
    }

    @Override
    public boolean keeps(String kind) {
        return kind.equals("deletions");
    }

    @Override
    public Optional<TracedCase> traced(String kind, String id, Caller caller) {
        return Optional.ofNullable(caller.subject())
                .flatMap(subject -> store.find(id, new Scope(subject)))
                .map(deletion -> new TracedCase(
                        deletion.id(),
                        deletion.id(),
                        deletion.subject(),
                        new Against(Against.Kind.RECORD, deletion.record()),
                        Effect.ERASE,
                        false,
                        deletion.receivedAt(),
                        deletion.receivedAt()));
    }
}
