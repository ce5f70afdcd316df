package org.jointcredit.collection.listing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointcredit.collection.listing.ListingStore.Stored;
import org.jointcredit.collection.listing.Move.Made;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.ListingEnd;
import org.jointcredit.platform.eventing.Cause;
import org.springframework.stereotype.Component;

/** What decided cases make of listings (O5, O6, O9). What one has come to already is left, so a decision may come twice. */
@Component
public final class ListingRemedies {
    private final ListingStore store;
    private final ListingFacts facts;

    ListingRemedies(ListingStore store, ListingFacts facts) {
        this.store = store;
        this.facts = facts;
    }

    /** A case is about a listing that was never here. */
    private static final class UnknownListing extends RuntimeException {}

    /** It was wrong from the start, whether or not it has ended already. */
    public void revoke(String id, Decision decision, Cause cause) {
        move(id, cause, listing -> listing.revoke(decision, cause.at()));
    }

    /**
     * Of a record that was found wrong: what rests on it alone was wrong, too. What rests on another one as well is for its
     * department to judge, and stays held until it has.
     *
     * @param standing which of some records still say something
     */
    public void revokeRestingOn(
            String record, Function<Collection<String>, Set<String>> standing, Decision decision, Cause cause) {
        List<Listing> resting = store.restingOn(record);
        Set<String> others =
                standing.apply(resting.stream().flatMap(ListingRemedies::bases).collect(Collectors.toSet()));
        resting.stream()
                .filter(listing -> bases(listing).noneMatch(others::contains))
                .forEach(listing -> revoke(listing.id(), decision, cause));
    }

    private static Stream<String> bases(Listing listing) {
        return listing.terms().basedOn().stream();
    }

    /** @param on day from which it has no effect */
    public void exit(String id, Decision decision, LocalDate on, Cause cause) {
        move(id, cause, listing -> listing.end(new ListingEnd(EndingReason.EXIT, decision, on, cause.at()), decision));
    }

    public void repair(String id, Decision decision, Cause cause) {
        move(id, cause, listing -> listing.repair(decision, cause.by()));
    }

    /** Once more, if somebody else was faster: its department may change or end it at the same moment. */
    private void move(String id, Cause cause, Function<Listing, Move> how) {
        boolean done = false;
        while (!done) {
            Stored stored = store.find(id);
            if (stored == null) {
                throw new UnknownListing();
            }
            done = !(how.apply(stored.listing()) instanceof Made made)
                    || store.update(stored.listing(), made.listing(), facts.of(made), cause);
        }
    }
}
