package org.jointcredit.objection.listing;

import java.util.List;
import java.util.Optional;
import org.jointcredit.platform.eventing.InboundEvent;
import org.jointcredit.platform.eventing.OwnersSnapshot;
import org.springframework.stereotype.Component;

/** Finds a listing; one that is not known here yet is asked of its owner, not refused. */
@Component
public final class ListingLookup {
    private final ListingStore store;
    private final Listings listings;
    private final OwnersSnapshot owner;

    ListingLookup(ListingStore store, Listings listings, OwnersSnapshot listingSnapshot) {
        this.store = store;
        this.listings = listings;
        this.owner = listingSnapshot;
    }

    public Optional<KnownListing> find(String id) {
        return store.find(id).or(() -> {
            List<InboundEvent> told = owner.last(id);
            if (told.isEmpty()) {
                return Optional.empty();
            }
            listings.take(told);
            return store.find(id);
        });
    }
}
