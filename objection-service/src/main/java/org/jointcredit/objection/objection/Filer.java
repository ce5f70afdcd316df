package org.jointcredit.objection.objection;

/** Who opened an objection. */
enum Filer {
    /** the subject whose right it is */
    SUBJECT,
    /** the credit office for it */
    OFFICE,
    /** a department that found an error of its own */
    DEPARTMENT
}
