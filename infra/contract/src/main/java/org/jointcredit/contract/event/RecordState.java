package org.jointcredit.contract.event;

/// Whether a record still counts. What has been erased has no state any more, see [RecordErased].
public enum RecordState {
    PUBLISHED,
    WITHDRAWN,
    ARCHIVED
}
