package org.jointcredit.collection.record;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jointcredit.collection.catalogue.RulePacks;
import org.jointcredit.collection.record.RecordStore.Stored;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.event.SubjectKind;
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
 * What becomes of adverse information whose time is over (C11, A28): an organisation's is archived, a natural person's
 * is erased. It is not shown from the day after its last anyway, which may be an earlier one; this only cleans up. Asks often, because one look into
 * an index costs nothing; every instance may, because only one wins a record.
 */
@Component
final class Ageing {
    private static final Logger log = LoggerFactory.getLogger(Ageing.class);
    private static final int BATCH = 100;

    private final RecordStore store;
    private final ErasedStore erased;
    private final RecordFacts facts;
    private final RulePacks rulePacks;
    private final BusinessClock clock;

    Ageing(RecordStore store, ErasedStore erased, RecordFacts facts, RulePacks rulePacks, BusinessClock clock) {
        this.store = store;
        this.erased = erased;
        this.facts = facts;
        this.rulePacks = rulePacks;
        this.clock = clock;
    }

    /** How many records a run would archive, and how many it would erase. */
    record Outlook(LocalDate day, long archived, long erased) {}

    Outlook outlook() {
        LocalDate today = clock.today();
        return new Outlook(
                today, store.count(RecordStore.organisationsOver(today)), store.count(RecordStore.personsOver(today)));
    }

    @EventListener(ClockMoved.class)
    @Scheduled(fixedDelayString = "${jointcredit.ageing.every:30s}")
    void run() {
        try {
            LocalDate today = clock.today();
            each(RecordStore.organisationsOver(today), this::archive);
            each(RecordStore.personsOver(today), this::erase);
        } catch (RuntimeException e) {
            if (!Outage.is(e)) {
                throw e;
            }
            log.info("ageing waits for the database");
        }
    }

    /** What could not be done now, because it has just changed or is not sent yet, is found by the next run. */
    private void each(org.bson.conversions.Bson over, Predicate<Stored> done) {
        boolean more = true;
        while (more) {
            List<String> ids = store.some(over, BATCH);
            long finished = store.findAll(ids).stream().filter(done::test).count();
            more = ids.size() == BATCH && finished > 0;
        }
    }

    private boolean archive(Stored stored) {
        CreditRecord record = stored.record();
        CreditRecord archived = record.archived(facts.withoutOperator(record), clock.now());
        return record.state() == RecordState.PUBLISHED
                && store.archive(stored, archived, facts.of(EventTypes.RECORD_ARCHIVED, archived), cause());
    }

    private boolean erase(Stored stored) {
        CreditRecord record = stored.record();
        String basis = rulePacks.find(record.terms().rulePack()).longestBasis();
        return record.subject().kind() == SubjectKind.PERSON && erased.erase(record, basis, cause());
    }

    private Cause cause() {
        return Cause.first("collection-service", clock.now());
    }
}
