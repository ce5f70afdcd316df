package org.jointcredit.objection.objection;

/** What the provider found when it looked again at what it had said. */
enum Finding {
    /** it is as it was said */
    CONFIRMED,
    WRONG,
    PARTLY
}
