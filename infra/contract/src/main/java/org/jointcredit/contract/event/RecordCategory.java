package org.jointcredit.contract.event;

/// 基本、不良、良好: what kind of public credit information a record is (A6–A11).
public enum RecordCategory {
    BASIC,
    ADVERSE,
    FAVOURABLE
}
