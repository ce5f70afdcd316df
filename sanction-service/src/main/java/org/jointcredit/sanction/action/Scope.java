package org.jointcredit.sanction.action;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.Role;

/**
 * Which notices and actions a caller may know of (X1): the office all, an agency its own, a department what its own
 * listings set off. No store reads without one.
 */
public sealed interface Scope {

    /** Everything: the office that answers for it, and the platform itself. */
    record All() implements Scope {}

    /** What one of these may see. */
    record AnyOf(List<Scope> scopes) implements Scope {}

    record Agency(String code) implements Scope {}

    record Initiator(String department) implements Scope {}

    static Scope of(Caller caller) {
        if (caller.has(Role.CREDIT_OFFICER, Role.SUPERVISOR, Role.AUDITOR)) {
            return new All();
        }
        List<Scope> scopes = new ArrayList<>();
        if (caller.has(Role.SYSTEM, Role.IMPLEMENTER)) {
            scopes.add(new Agency(caller.dept()));
        }
        if (caller.has(Role.SYSTEM, Role.REPORTER, Role.APPROVER)) {
            scopes.add(new Initiator(caller.dept()));
        }
        return scopes.size() == 1 ? scopes.getFirst() : new AnyOf(scopes);
    }

    /** The filter on notices. */
    default Bson filter() {
        return switch (this) {
            case All _ -> Filters.empty();
            case Agency(String code) -> eq("agency", code);
            case Initiator(String department) -> eq("department", department);
            case AnyOf(List<Scope> scopes) ->
                scopes.isEmpty()
                        ? in("_id", List.of())
                        : or(scopes.stream().map(Scope::filter).toList());
        };
    }

    /** The filter on joint actions, which know every agency of their plan. */
    default Bson actionFilter() {
        return switch (this) {
            case All _ -> Filters.empty();
            case Agency(String code) -> eq("plan.agency", code);
            case Initiator(String department) -> eq("department", department);
            case AnyOf(List<Scope> scopes) ->
                scopes.isEmpty()
                        ? in("_id", List.of())
                        : or(scopes.stream().map(Scope::actionFilter).toList());
        };
    }
}
