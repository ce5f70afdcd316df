package org.jointcredit.sanction.deadline;

import org.jointcredit.platform.eventing.Outage;
import org.jointcredit.platform.time.ClockMoved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks after the deadlines of notices. Asks often, because one look into an index costs nothing and the day changes
 * when the business clock says so; every instance may, because only one wins a notice.
 */
@Component
final class DeadlineWatch {

    private static final Logger log = LoggerFactory.getLogger(DeadlineWatch.class);

    private final CalendarChange calendarChange;
    private final Reminders reminders;

    DeadlineWatch(CalendarChange calendarChange, Reminders reminders) {
        this.calendarChange = calendarChange;
        this.reminders = reminders;
    }

    /** Counts before it speaks, so that nobody is called late by a calendar that is no longer in force. */
    @EventListener(ClockMoved.class)
    @Scheduled(fixedDelayString = "${jointcredit.deadlines.every:1s}")
    synchronized void run() {
        try {
            calendarChange.run();
            reminders.run();
        } catch (RuntimeException e) {
            if (!Outage.is(e)) {
                throw e;
            }
            log.info("the watch over deadlines waits for the database");
        }
    }
}
