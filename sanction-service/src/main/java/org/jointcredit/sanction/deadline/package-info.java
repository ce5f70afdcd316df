/**
 * 催办督办: what is said and done of the deadlines that notices carry (S4, P5.9): reminders before, escalation after,
 * and a new count when a new calendar is put in force.
 */
@NullMarked
package org.jointcredit.sanction.deadline;

import org.jspecify.annotations.NullMarked;
