package org.jointcredit.contract.problem;

/// What was odd about something that was taken all the same.
public enum WarningCode {
    /// code and name disagree with what is known of the subject
    NAME_DIFFERS,
    /// the organisation code inside a unified code fails its own check (GB 11714): legacy codes deviate
    INNER_CHECK,
    /// the sheet had hidden rows, and they were read
    HIDDEN_ROWS,
    /// a citizen's number stands in prose
    ID_IN_TEXT
}
