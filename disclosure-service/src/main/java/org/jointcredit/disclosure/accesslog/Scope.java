package org.jointcredit.disclosure.accesslog;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * Whose looks a reader of the log may see: the auditor all, each organ its own (A20), a subject those at itself.
 *
 * @param field what the entries are chosen by; null: all
 */
record Scope(@Nullable String field, String value) {
    static Scope of(Caller caller) {
        return caller.has(Role.AUDITOR) ? new Scope(null, "") : new Scope(AccessLogStore.DEPARTMENT, caller.dept());
    }

    static Scope subject(String id) {
        return new Scope(AccessLogStore.SUBJECT, id);
    }

    Bson filter() {
        return field == null ? Filters.empty() : eq(field, value);
    }
}
