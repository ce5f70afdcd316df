package org.jointcredit.objection.objection;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what may be reviewed. */
@Component
public final class Reviewables {
    private final ObjectionStore store;

    Reviewables(ObjectionStore store) {
        this.store = store;
    }

    public Optional<Reviewable> find(String id) {
        return store.find(id, Scope.ALL).map(told -> Reviewable.of(told.objection()));
    }
}
