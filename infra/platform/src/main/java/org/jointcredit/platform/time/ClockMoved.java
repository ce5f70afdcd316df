package org.jointcredit.platform.time;

import java.time.LocalDate;

/**
 * The business clock was moved, in demonstration or tests: what is done at the change of a day is done before the move
 * is answered, so that days can pass quickly and none is skipped.
 */
public record ClockMoved(LocalDate today) {}
