package org.jointcredit.platform.time;

import java.time.LocalDate;

/**
 * The last day of a period.
 *
 * @param calendarVersion the calendar it was counted with
 * @param provisional it reaches into days whose notice is not loaded yet, and is counted again when it is
 */
public record DueDate(LocalDate date, String calendarVersion, boolean provisional) {}
