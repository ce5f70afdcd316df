package org.jointcredit.objection.petition;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jointcredit.objection.listing.ListingMoved;
import org.jointcredit.objection.record.RecordsMoved;
import org.jointcredit.objection.remedy.TermBatches;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Outage;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.time.ClockMoved;
import org.jointcredit.platform.time.WorkingDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks after the terms of petitions, and lets go of what reviews hold once the owners have acted. */
@Component
final class PetitionWatch {
    private static final Logger log = LoggerFactory.getLogger(PetitionWatch.class);

    private final PetitionStore store;
    private final PetitionService petitions;
    private final WorkingDays workingDays;
    private final BusinessClock clock;

    PetitionWatch(PetitionStore store, PetitionService petitions, WorkingDays workingDays, BusinessClock clock) {
        this.store = store;
        this.petitions = petitions;
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
            log.info("the watch over the terms of petitions waits for the database");
        }
    }

    @EventListener
    void moved(RecordsMoved moved) {
        store.waitingForRecords(moved.causes().keySet()).forEach(this::settle);
    }

    @EventListener
    void moved(ListingMoved moved) {
        store.waitingForListing(moved.listing().id()).forEach(this::settle);
    }

    private void settle(String id) {
        petitions.settle(id, cause());
    }

    private void recount(String id, List<String> earlier) {
        store.change(
                id,
                before -> before.isOpen() && earlier.contains(before.due().calendar())
                        ? Optional.of(PetitionChange.kept(
                                before.due(before.due().recounted(workingDays, clock.today())),
                                PetitionChange.RECOUNTED,
                                "A31",
                                cause()))
                        : Optional.empty());
    }

    private void say(String id) {
        LocalDate today = clock.today();
        store.change(
                id,
                before ->
                        before.toSay(today).map(what -> PetitionChange.kept(before.said(what), what, "A31", cause())));
    }

    private Cause cause() {
        return Cause.first("objection-service", clock.now().truncatedTo(ChronoUnit.MILLIS));
    }
}
