package org.jointcredit.contract.event;

/// What was irregular about a report that was kept all the same as the fact it is (S3).
public enum NoticeFlag {
    /// reported after its due date
    LATE,
    /// executed although the notice had ended or was recalled
    AFTER_END,
    /// executed although the notice was suspended
    WHILE_SUSPENDED
}
