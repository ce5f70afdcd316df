package org.jointcredit.collection.batch;

/** How far a batch is. */
enum BatchState {
    RECEIVED,
    RUNNING,
    DONE,
    /** refused as a whole; nothing was taken in */
    FAILED
}
