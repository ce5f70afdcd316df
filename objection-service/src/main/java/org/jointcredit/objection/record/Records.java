package org.jointcredit.objection.record;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.RecordErased;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.InboundEvent;
import org.jointcredit.platform.time.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes in what collection tells of records; who waits for the end of one is told once it is known here. */
@Component
final class Records {
    private final RecordStore store;
    private final ApplicationEventPublisher waiting;
    private final BusinessClock clock;

    Records(RecordStore store, ApplicationEventPublisher waiting, BusinessClock clock) {
        this.store = store;
        this.waiting = waiting;
        this.clock = clock;
    }

    void take(List<InboundEvent> events) {
        Map<String, KnownRecord> newest = new LinkedHashMap<>();
        events.stream()
                .map(Records::told)
                .forEach(told ->
                        newest.merge(told.id(), told, (one, other) -> other.version() > one.version() ? other : one));
        store.put(newest.values());
        Map<String, Cause> causes = new HashMap<>();
        for (InboundEvent event : events) {
            KnownRecord record = told(event);
            Cause cause = Cause.of(event, "objection-service", clock.now());
            causes.put(record.id(), cause);
            if (record.erased()) {
                waiting.publishEvent(new RecordGone(record.id(), cause));
            }
        }
        waiting.publishEvent(new RecordsMoved(causes));
    }

    private static KnownRecord told(InboundEvent event) {
        if (event.headers().type().equals(EventTypes.RECORD_ERASED)) {
            var gone = event.as(RecordErased.class);
            return new KnownRecord(
                    gone.record(), gone.subject(), gone.provider(), gone.item(), gone.version(), false, true);
        }
        var fact = event.as(RecordFact.class);
        return new KnownRecord(
                fact.record(),
                fact.subject().id(),
                fact.provider(),
                fact.item(),
                fact.version(),
                fact.state() == RecordState.WITHDRAWN,
                false);
    }
}
