package org.jointcredit.objection.deletion;

/** How far a request for deletion is. */
enum DeletionState {
    /** granted as it came in, because the law leaves nothing to judge; the record goes now */
    DECIDED,
    /** the record is gone */
    DONE
}
