package org.jointcredit.collection.batch;

/** What a batch was sent as; a correction file is of the same kind. */
enum BatchKind {
    CSV,
    XLSX,
    /** a list of records as they are sent one by one */
    JSON
}
