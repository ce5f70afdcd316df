package org.jointcredit.disclosure.accesslog;

import java.time.Instant;

/**
 * A look as it stands in the log.
 *
 * @param number its place, 1, 2, 3 …, without gap
 * @param at to the millisecond
 * @param previous seal of the entry before; empty for the first
 * @param seal keyed hash of the entry and of the seal before it
 */
record LogEntry(long number, Instant at, Look look, String previous, String seal) {}
