package org.jointcredit.objection.objection;

import java.time.Instant;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.ObjectionOutcome;

/**
 * How the credit office decided.
 *
 * @param document as others refer to it
 */
record Ruling(ObjectionOutcome outcome, String reasons, Decision document, String by, Instant at) {}
