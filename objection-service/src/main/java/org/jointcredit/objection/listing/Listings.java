package org.jointcredit.objection.listing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.PersonBehind;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.InboundEvent;
import org.jointcredit.platform.time.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes in what collection tells of listings; who waits for the change of one is told once it is known here. */
@Component
final class Listings {
    private final ListingStore store;
    private final ApplicationEventPublisher waiting;
    private final BusinessClock clock;

    Listings(ListingStore store, ApplicationEventPublisher waiting, BusinessClock clock) {
        this.store = store;
        this.waiting = waiting;
        this.clock = clock;
    }

    void take(List<InboundEvent> events) {
        Map<String, KnownListing> newest = new LinkedHashMap<>();
        for (InboundEvent event : events) {
            KnownListing told = told(event.as(ListingFact.class));
            newest.merge(told.id(), told, (one, other) -> other.version() > one.version() ? other : one);
        }
        store.put(newest.values());
        for (InboundEvent event : events) {
            waiting.publishEvent(new ListingMoved(
                    told(event.as(ListingFact.class)), Cause.of(event, "objection-service", clock.now())));
        }
    }

    private static KnownListing told(ListingFact fact) {
        var end = fact.ended();
        return new KnownListing(
                fact.listing(),
                fact.department(),
                fact.listType(),
                fact.listClass(),
                fact.subject().id(),
                fact.persons().stream().map(PersonBehind::subject).distinct().toList(),
                fact.basedOn(),
                fact.effectiveFrom(),
                fact.until(),
                fact.version(),
                end == null
                        ? null
                        : new KnownEnd(
                                end.reason(),
                                end.decision() == null ? null : end.decision().document(),
                                end.at()));
    }
}
