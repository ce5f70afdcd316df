package org.jointcredit.sanction.deadline;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jointcredit.platform.eventing.Outage;
import org.jointcredit.platform.time.ClockMoved;
import org.jointcredit.sanction.action.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
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

    /**
     * Works through notices batch by batch. Who collides with a report or with another instance takes smaller steps, so
     * that it gets on whatever the others do. Nothing is remembered but in the notices: a crash loses nothing.
     */
    static final class Batches {

        private static final int LARGEST = 500;

        private int size = LARGEST;

        /**
         * @param find that many of those that are left
         * @param write so that they are found no more
         */
        void untilDone(IntFunction<List<Notice>> find, Consumer<List<Notice>> write) {
            boolean more = true;
            while (more) {
                List<Notice> found = find.apply(size);
                more = found.size() == size;
                try {
                    write.accept(found);
                    size = Math.min(LARGEST, 2 * size);
                } catch (OptimisticLockingFailureException e) {
                    size = Math.max(1, size / 2);
                }
            }
        }
    }
}
