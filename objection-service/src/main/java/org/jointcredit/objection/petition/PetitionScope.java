package org.jointcredit.objection.petition;

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

/** Which petitions somebody may know of (interfaces: who may do what). */
record PetitionScope(Bson filter) {
    static final PetitionScope ALL = new PetitionScope(empty());

    static PetitionScope of(Caller caller) {
        if (caller.has(CREDIT_OFFICER, REVIEWER, AUDITOR)) {
            return ALL;
        }
        return caller.has(SYSTEM, REPORTER, APPROVER)
                ? new PetitionScope(eq(PetitionStore.DEPARTMENT, caller.dept()))
                : new PetitionScope(eq(PetitionStore.SUBJECT, subject(caller)));
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
