package org.jointcredit.collection.listing;

import java.time.LocalDate;
import java.util.List;
import org.jointcredit.collection.listing.ListingStore.Stored;
import org.jointcredit.collection.listing.Move.Made;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Outage;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.time.ClockMoved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends listings past their last day (P5.7). Asks often, because one look into an index costs nothing and the day
 * changes when the business clock says so; every instance may, because only one wins a listing.
 */
@Component
final class TermEnding {
    private static final Logger log = LoggerFactory.getLogger(TermEnding.class);
    private static final int BATCH = 100;

    private final ListingStore store;
    private final ListingFacts facts;
    private final BusinessClock clock;

    TermEnding(ListingStore store, ListingFacts facts, BusinessClock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    @EventListener(ClockMoved.class)
    @Scheduled(fixedDelayString = "${jointcredit.term-ending.every:5s}")
    void run() {
        try {
            endAll();
        } catch (RuntimeException e) {
            if (!Outage.is(e)) {
                throw e;
            }
            log.info("the end of terms waits for the database");
        }
    }

    void endAll() {
        LocalDate today = clock.today();
        List<String> over;
        do {
            over = store.pastTerm(today, BATCH);
            over.forEach(id -> end(id, today));
        } while (over.size() == BATCH);
    }

    private void end(String id, LocalDate today) {
        Stored stored = store.find(id);
        if (stored != null && stored.listing().endOfTerm(today, clock.now()) instanceof Made made) {
            store.update(
                    stored.listing(), made.listing(), facts.of(made), Cause.first("collection-service", clock.now()));
        }
    }
}
