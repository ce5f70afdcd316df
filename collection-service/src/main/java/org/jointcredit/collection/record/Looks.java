package org.jointcredit.collection.record;

import java.util.List;
import java.util.UUID;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.LookTeller;
import org.jointcredit.platform.security.LookTeller.Look;
import org.jointcredit.platform.web.Problem;

/**
 * The credit office reads every provider's records where they are kept. Such a look at what is not public stands in the
 * one log of looks, before its answer leaves, so that the subject sees it (A20, A27, D4).
 */
final class Looks {
    /** 信用信息核查: why the credit office looks at records where they are kept. */
    private static final String PURPOSE = "CREDIT-WORK";

    private final LookTeller disclosure;

    Looks(LookTeller disclosure) {
        this.disclosure = disclosure;
    }

    /** @throws Problem 503 while it cannot be logged; nothing may be shown then */
    void log(CreditRecord record, Caller caller) {
        if (isOwn(record, caller) || isPublic(record)) {
            return;
        }
        disclosure.tell(List.of(new Look(
                Look.Kind.QUERY,
                UUID.randomUUID().toString(),
                caller.displayName(),
                caller.username(),
                caller.dept(),
                caller.clientId(),
                record.subject().id(),
                List.of(),
                PURPOSE,
                Masking.document(record.origin().number()),
                1)));
    }

    private static boolean isOwn(CreditRecord record, Caller caller) {
        return record.origin().provider().equals(caller.dept());
    }

    /** All that everybody may read, too: of persons nobody reads the whole name. */
    private static boolean isPublic(CreditRecord record) {
        return record.state() == RecordState.PUBLISHED
                && record.terms().disclosure() == Disclosure.PUBLIC
                && record.subject().kind() == SubjectKind.ORGANISATION;
    }
}
