package org.jointcredit.objection.deletion;

import java.time.Instant;
import org.jointcredit.contract.event.DeletionDecided;
import org.jointcredit.objection.record.KnownRecord;
import org.jointcredit.platform.time.DueDate;
import org.jspecify.annotations.Nullable;

/**
 * A subject's request to have a record about itself deleted (D8).
 *
 * @param subject id of who asked
 * @param record id; asked for once
 * @param provider code of the department that answers for it
 * @param item code of its catalogue item
 * @param receivedAt when it came, and was decided
 * @param due last day for the deletion
 * @param basis article
 * @param lawVersion version of the law it was decided by
 * @param doneAt absent until the record is gone
 * @param fingerprint keyed hash of the body it came with
 */
record Deletion(
        String id,
        String subject,
        String record,
        String provider,
        String item,
        Instant receivedAt,
        DueDate due,
        String basis,
        String lawVersion,
        @Nullable Instant doneAt,
        String fingerprint) {

    static Deletion granted(
            String id,
            KnownRecord record,
            Instant at,
            DueDate due,
            Deletable law,
            String lawVersion,
            String fingerprint) {
        return new Deletion(
                id,
                record.subject(),
                record.id(),
                record.provider(),
                record.item(),
                at,
                due,
                law.basis(),
                lawVersion,
                null,
                fingerprint);
    }

    DeletionState state() {
        return doneAt == null ? DeletionState.DECIDED : DeletionState.DONE;
    }

    DeletionDecided decided() {
        return new DeletionDecided(id, record, subject, provider, item, basis, lawVersion, receivedAt);
    }
}
