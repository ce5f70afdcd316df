package org.jointcredit.collection.catalogue;

/** 更新周期: how often providers bring an item up to date (A14). */
public enum UpdateCycle {
    AS_IT_HAPPENS,
    SEVEN_WORKING_DAYS,
    MONTHLY,
    QUARTERLY,
    YEARLY
}
