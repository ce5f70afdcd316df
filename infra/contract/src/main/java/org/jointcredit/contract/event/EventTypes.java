package org.jointcredit.contract.event;

/// The `ce_type` of every event. A new optional field keeps the version; anything else is a `v2` beside `v1`.
public final class EventTypes {
    /// departments → collection, on `intake.<dept>`
    public static final String LISTING_SUBMITTED = "org.jointcredit.department.listing-submitted.v1";

    public static final String LISTING_CHANGE_SUBMITTED = "org.jointcredit.department.listing-change-submitted.v1";
    public static final String LISTING_ENDING_SUBMITTED = "org.jointcredit.department.listing-ending-submitted.v1";
    public static final String RECORD_SUBMITTED = "org.jointcredit.department.record-submitted.v1";
    public static final String RECORD_WITHDRAWAL_SUBMITTED =
            "org.jointcredit.department.record-withdrawal-submitted.v1";

    /// collection → departments, on `receipt.<dept>`
    public static final String SUBMISSION_ACCEPTED = "org.jointcredit.collection.submission-accepted.v1";

    public static final String SUBMISSION_REFUSED = "org.jointcredit.collection.submission-refused.v1";
    public static final String RECORD_ERASED_ON_REQUEST = "org.jointcredit.collection.record-erased-on-request.v1";

    /// collection → the other services, on `trigger`
    public static final String LISTING_PUBLISHED = "org.jointcredit.collection.listing-published.v1";

    public static final String LISTING_CHANGED = "org.jointcredit.collection.listing-changed.v1";
    public static final String LISTING_ENDED = "org.jointcredit.collection.listing-ended.v1";

    /// collection → the other services, on `record`
    public static final String RECORD_PUBLISHED = "org.jointcredit.collection.record-published.v1";

    public static final String RECORD_REVISED = "org.jointcredit.collection.record-revised.v1";
    public static final String RECORD_WITHDRAWN = "org.jointcredit.collection.record-withdrawn.v1";
    public static final String RECORD_ARCHIVED = "org.jointcredit.collection.record-archived.v1";
    public static final String RECORD_ERASED = "org.jointcredit.collection.record-erased.v1";

    /// sanction → agencies, on `response.<agency>`
    public static final String NOTICE_ISSUED = "org.jointcredit.sanction.notice-issued.v1";

    public static final String NOTICE_SUSPENDED = "org.jointcredit.sanction.notice-suspended.v1";
    public static final String NOTICE_RESUMED = "org.jointcredit.sanction.notice-resumed.v1";
    public static final String NOTICE_LIFTED = "org.jointcredit.sanction.notice-lifted.v1";
    public static final String NOTICE_RECALLED = "org.jointcredit.sanction.notice-recalled.v1";
    public static final String NOTICE_UPDATED = "org.jointcredit.sanction.notice-updated.v1";
    public static final String NOTICE_REMINDED = "org.jointcredit.sanction.notice-reminded.v1";
    public static final String NOTICE_OVERDUE = "org.jointcredit.sanction.notice-overdue.v1";
    public static final String FEEDBACK_REFUSED = "org.jointcredit.sanction.feedback-refused.v1";

    /// agencies → sanction, on `feedback.<agency>`
    public static final String NOTICE_RECEIVED = "org.jointcredit.agency.notice-received.v1";

    public static final String NOTICE_EXECUTED = "org.jointcredit.agency.notice-executed.v1";
    public static final String NOTICE_DECLINED = "org.jointcredit.agency.notice-declined.v1";
    public static final String NOTICE_PAUSED = "org.jointcredit.agency.notice-paused.v1";
    public static final String NOTICE_RELEASED = "org.jointcredit.agency.notice-released.v1";
    public static final String NOTICE_UNDONE = "org.jointcredit.agency.notice-undone.v1";

    /// sanction → disclosure and objection, on `feedback`
    public static final String FEEDBACK_RECORDED = "org.jointcredit.sanction.feedback-recorded.v1";

    public static final String ACTION_CHANGED = "org.jointcredit.sanction.action-changed.v1";

    /// objection → the other services, on `remedy`
    public static final String OBJECTION_RECEIVED = "org.jointcredit.objection.objection-received.v1";

    public static final String OBJECTION_DECIDED = "org.jointcredit.objection.objection-decided.v1";
    public static final String REVIEW_DECIDED = "org.jointcredit.objection.review-decided.v1";
    public static final String REPAIR_DECIDED = "org.jointcredit.objection.repair-decided.v1";
    public static final String EXIT_DECIDED = "org.jointcredit.objection.exit-decided.v1";
    public static final String DELETION_DECIDED = "org.jointcredit.objection.deletion-decided.v1";
    public static final String PROCEEDING_DECIDED = "org.jointcredit.objection.proceeding-decided.v1";

    private EventTypes() {}
}
