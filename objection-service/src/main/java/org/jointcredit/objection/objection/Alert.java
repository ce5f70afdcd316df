package org.jointcredit.objection.objection;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What was said of a due date.
 *
 * @param due the last day that was spoken of
 */
record Alert(Kind kind, LocalDate due, Instant at) {
    enum Kind {
        /** the provider is reminded to verify */
        VERIFICATION_REMINDED,
        /** it did not: the credit office goes on without */
        VERIFICATION_OVERDUE,
        /** the credit office is reminded to decide */
        DECISION_REMINDED,
        /** it did not: supervision is told; what is held stays held */
        DECISION_OVERDUE
    }
}
