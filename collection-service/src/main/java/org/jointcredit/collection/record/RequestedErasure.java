package org.jointcredit.collection.record;

import java.time.Instant;
import java.util.List;
import org.jointcredit.collection.record.RecordStore.Request;
import org.jointcredit.collection.record.RecordStore.Requested;
import org.jointcredit.contract.event.DeletionDecided;
import org.jointcredit.platform.eventing.Answers;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.InboundEvent;
import org.jointcredit.platform.eventing.Outage;
import org.jointcredit.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * What a subject has had deleted of itself is erased, and its provider is told (D8, A28). The request is kept with the
 * record first, so that whoever dies in between leaves it to the next; of two who erase at once one wins.
 */
public final class RequestedErasure {
    private static final Logger log = LoggerFactory.getLogger(RequestedErasure.class);
    private static final int BATCH = 100;
    private static final String BY = "collection-service";

    private final RecordStore store;
    private final ErasedStore erased;
    private final RecordFacts facts;
    private final Answers providers;
    private final BusinessClock clock;

    RequestedErasure(RecordStore store, ErasedStore erased, RecordFacts facts, Answers providers, BusinessClock clock) {
        this.store = store;
        this.erased = erased;
        this.facts = facts;
        this.providers = providers;
        this.clock = clock;
    }

    /** Of a record that is gone there is nothing to keep it with, and nothing to do. */
    public void take(InboundEvent event) {
        var decided = event.as(DeletionDecided.class);
        Cause cause = Cause.of(event, BY, clock.now());
        store.request(
                decided.record(),
                decided.subject(),
                new Request(decided.deletion(), decided.basis(), cause.correlation(), cause.causation()));
    }

    @Scheduled(fixedDelayString = "${jointcredit.requested-erasure.every:1s}")
    void run() {
        try {
            store.requested(BATCH).forEach(this::erase);
        } catch (RuntimeException e) {
            if (!Outage.is(e)) {
                throw e;
            }
            log.info("erasure on request waits for the database");
        }
    }

    /** What has just changed or is not sent yet goes next time; its provider is told once all the same. */
    private void erase(Requested requested) {
        CreditRecord record = requested.record();
        Request request = requested.request();
        Instant now = clock.now();
        var cause = new Cause(BY, now, request.correlation(), request.causation());
        providers.give(List.of(new Answers.Answer(
                request.deletion(), facts.erasedOnRequest(record, request.deletion(), request.basis(), now), cause)));
        erased.erase(record, request.basis(), cause);
    }
}
