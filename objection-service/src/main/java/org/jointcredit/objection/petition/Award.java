package org.jointcredit.objection.petition;

import java.time.Instant;
import org.jointcredit.contract.event.Decision;

/**
 * How a petition was decided.
 *
 * @param outcome name of an {@code ObjectionOutcome} for a review, of a {@code Grant} for the others
 * @param document as others refer to it
 */
record Award(String outcome, String reasons, Decision document, String by, Instant at) {}
