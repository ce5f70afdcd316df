package org.jointcredit.collection.batch;

/** What became of a row. */
enum Outcome {
    ACCEPTED,
    REFUSED,
    /** an earlier batch, or somebody by another way, had sent the same */
    UNCHANGED
}
