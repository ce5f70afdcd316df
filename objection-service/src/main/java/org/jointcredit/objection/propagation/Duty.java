package org.jointcredit.objection.propagation;

/** What somebody has to confirm because of a case. */
enum Duty {
    /** the measure stands still */
    STOP,
    /** it is in force again */
    RESUMPTION,
    /** it has ended */
    LIFT,
    /** it was wrong from the start and is undone */
    RECALL,
    /** what was said is corrected, marked, or taken back by its owner */
    CORRECTION
}
