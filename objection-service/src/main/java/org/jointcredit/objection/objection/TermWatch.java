package org.jointcredit.objection.objection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jointcredit.objection.remedy.TermBatches;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Outage;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.time.ClockMoved;
import org.jointcredit.platform.time.WorkingDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks after the terms of objections: reminds, calls late what is late, counts again by a newer calendar. Nobody's
 * lateness ends a hold (O3). Every instance may, because only one wins an objection.
 */
@Component
final class TermWatch {
    private static final Logger log = LoggerFactory.getLogger(TermWatch.class);
    private static final String SERVICE = "objection-service";

    private final ObjectionStore store;
    private final WorkingDays workingDays;
    private final BusinessClock clock;

    TermWatch(ObjectionStore store, WorkingDays workingDays, BusinessClock clock) {
        this.store = store;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Counts before it speaks, so that nobody is called late by a calendar that is no longer in force. */
    @EventListener(ClockMoved.class)
    @Scheduled(fixedDelayString = "${jointcredit.deadlines.every:1s}")
    synchronized void run() {
        try {
            List<String> earlier = workingDays.earlierVersions();
            if (!earlier.isEmpty()) {
                TermBatches.untilDone(most -> store.countedWith(earlier, most), id -> recount(id, earlier));
            }
            TermBatches.untilDone(most -> store.toAlert(clock.today(), most), this::say);
        } catch (RuntimeException e) {
            if (!Outage.is(e)) {
                throw e;
            }
            log.info("the watch over the terms of objections waits for the database");
        }
    }

    private void recount(String id, List<String> earlier) {
        store.change(
                id,
                before -> before.isOpen() && earlier.contains(before.due().calendar())
                        ? Optional.of(ObjectionChange.kept(
                                before.recounted(workingDays, clock.today()), Timeline.RECOUNTED, "A30", cause()))
                        : Optional.empty());
    }

    private void say(String id) {
        store.change(id, before -> {
            LocalDate today = clock.today();
            List<Alert> due = before.toSay(today, now());
            if (due.isEmpty()) {
                return Optional.empty();
            }
            Objection after = before;
            List<Step> steps = new ArrayList<>();
            for (Alert alert : due) {
                after = after.alerted(alert);
                steps.add(ObjectionChange.word(alert.kind().name(), "A30"));
            }
            return Optional.of(new ObjectionChange(after, steps, cause()));
        });
    }

    private Cause cause() {
        return Cause.first(SERVICE, now());
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
