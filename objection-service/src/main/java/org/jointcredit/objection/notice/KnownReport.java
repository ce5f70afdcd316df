package org.jointcredit.objection.notice;

import java.time.Instant;
import org.jointcredit.contract.event.AgencyState;

/**
 * A report of an agency.
 *
 * @param seq its place in the notice's journal
 * @param report what was reported
 * @param at when sanction recorded it
 */
public record KnownReport(long seq, AgencyState report, Instant at) {}
