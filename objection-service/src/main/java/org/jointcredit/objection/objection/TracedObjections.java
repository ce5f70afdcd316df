package org.jointcredit.objection.objection;

import java.util.Optional;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.objection.remedy.TracedCase;
import org.jointcredit.objection.remedy.TracedCase.Effect;
import org.jointcredit.objection.remedy.TracedCases;
import org.jointcredit.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Objections, to be followed to the last agency. */
@Component
final class TracedObjections implements TracedCases {
    private final ObjectionStore store;

    TracedObjections(ObjectionStore store) {
        this.store = store;
    }

    @Override
    public boolean keeps(String kind) {
        return kind.equals("objections");
    }

    @Override
    public Optional<TracedCase> traced(String kind, String id, Caller caller) {
        return store.find(id, Scope.of(caller)).map(told -> of(told.objection()));
    }

    private static TracedCase of(Objection objection) {
        Ruling ruling = objection.ruling();
        return new TracedCase(
                objection.id(),
                objection.number(),
                objection.filing().subject(),
                objection.against(),
                effect(objection.outcome()),
                objection.hanging().holding(),
                objection.filing().at(),
                ruling == null ? objection.withdrawnAt() : ruling.at());
    }

    private static Effect effect(@Nullable ObjectionOutcome outcome) {
        return switch (outcome) {
            case UPHELD -> Effect.REVOKE;
            case PARTLY -> Effect.CHANGE;
            case REJECTED -> Effect.NONE;
            case null -> Effect.NONE;
        };
    }
}
