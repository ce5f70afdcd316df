package org.jointcredit.contract.event;

/// The names of the topics. One per department and agency, so that an ACL keeps each to its own.
public final class Topics {
    /// key: subject id
    public static final String TRIGGER = "trigger";
    /// key: subject id
    public static final String RECORD = "record";
    /// key: notice id, or action id
    public static final String FEEDBACK = "feedback";
    /// key: subject id
    public static final String REMEDY = "remedy";

    /// Matches every `intake.<dept>`.
    public static final String INTAKE_PATTERN = "intake\\.[a-z0-9-]+";
    /// Matches every `feedback.<agency>`, not `feedback`.
    public static final String FEEDBACK_PATTERN = "feedback\\.[a-z0-9-]+";

    private Topics() {}

    /// key: number of the listing or record
    public static String intake(String department) {
        return "intake." + department;
    }

    /// key: number of the listing or record
    public static String receipt(String department) {
        return "receipt." + department;
    }

    /// key: subject id
    public static String response(String agency) {
        return "response." + agency;
    }

    /// key: notice id
    public static String feedback(String agency) {
        return "feedback." + agency;
    }

    /// key: that of the message which could not be understood
    public static String deadLetter(String service) {
        return "dlt." + service;
    }

    /// The department or agency whose topic this is: `tax` for `feedback.tax`. Who writes is known by it, never by
    /// the body.
    ///
    /// @throws IllegalArgumentException for a topic that belongs to nobody alone
    public static String owner(String topic) {
        var dot = topic.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("topic " + topic + " belongs to no single department");
        }
        return topic.substring(dot + 1);
    }
}
