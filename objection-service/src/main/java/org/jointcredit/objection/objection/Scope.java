package org.jointcredit.objection.objection;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static org.jointcredit.platform.security.Role.APPROVER;
import static org.jointcredit.platform.security.Role.AUDITOR;
import static org.jointcredit.platform.security.Role.CREDIT_OFFICER;
import static org.jointcredit.platform.security.Role.REPORTER;
import static org.jointcredit.platform.security.Role.REVIEWER;
import static org.jointcredit.platform.security.Role.SYSTEM;

import org.bson.conversions.Bson;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.web.Problem;

/** Which objections somebody may know of (interfaces: who may do what). */
record Scope(Bson filter) {
    static final Scope ALL = new Scope(empty());

    static Scope of(Caller caller) {
        if (caller.has(CREDIT_OFFICER, REVIEWER, AUDITOR)) {
            return ALL;
        }
        return caller.has(SYSTEM, REPORTER, APPROVER)
                ? new Scope(eq(ObjectionStore.DEPARTMENT, caller.dept()))
                : own(caller);
    }

    private static Scope own(Caller caller) {
        return new Scope(eq(ObjectionStore.SUBJECT, subject(caller)));
    }

    /** @throws Problem 403 for who is no subject */
    static String subject(Caller caller) {
        String subject = caller.subject();
        if (subject == null) {
            throw Problem.forbidden();
        }
        return subject;
    }
}
