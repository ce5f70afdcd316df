package org.jointcredit.objection.objection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.ObjectionState;
import org.jspecify.annotations.Nullable;

/**
 * What a list of objections may be narrowed to.
 *
 * @param overdue open, and the last day for its decision is over
 * @param department code of the department that is asked to verify
 */
record ObjectionSearch(
        @Nullable ObjectionState state,
        @Nullable ObjectionOutcome outcome,
        @Nullable Boolean overdue,
        @Nullable String department) {

    Bson criteria(LocalDate today) {
        List<Bson> all = new ArrayList<>();
        if (state != null) {
            all.add(eq(ObjectionStore.STATE, state.name()));
        }
        if (outcome != null) {
            all.add(eq(ObjectionStore.OUTCOME, outcome.name()));
        }
        if (department != null) {
            all.add(eq(ObjectionStore.DEPARTMENT, department));
        }
        if (overdue != null) {
            String day = today.toString();
            all.add(
                    overdue
                            ? and(eq(ObjectionStore.OPEN, true), lt(ObjectionStore.DUE_ON, day))
                            : or(ne(ObjectionStore.OPEN, true), gte(ObjectionStore.DUE_ON, day)));
        }
        return all.isEmpty() ? empty() : and(all);
    }
}
