package org.jointcredit.sanction.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.ListingFact;

/** What a joint action stands on, and against what a hold can therefore be that reaches it. */
final class Grounds {

    private Grounds() {}

    static String listing(String id) {
        return "LISTING:" + id;
    }

    static String record(String id) {
        return "RECORD:" + id;
    }

    /** Where the listings of a subject meet: nothing is held by it, but incentives and sanctions depend on each other. */
    static String subject(String id) {
        return "SUBJECT:" + id;
    }

    /** Empty: it is against nothing that is known, and holds nothing. */
    static Optional<String> of(Against against) {
        String id = against.id();
        if (id == null) {
            return Optional.empty();
        }
        return switch (against.kind()) {
            case LISTING -> Optional.of(listing(id));
            case RECORD -> Optional.of(record(id));
            // kept with the listing: a trigger need not write a ground for each of its notices
            case NOTICE -> Optional.of(listing(PlannedNotice.listing(id)));
            case MISSING -> Optional.empty();
        };
    }

    /** Those by which an action can be held. */
    static List<String> of(ListingFact listing) {
        List<String> grounds = new ArrayList<>();
        grounds.add(listing(listing.listing()));
        listing.basedOn().forEach(record -> grounds.add(record(record)));
        return grounds;
    }

    /** The holds that are on, of all that is known. */
    static List<ActionHold> holds(JointAction action, Map<String, List<KnownHold>> known) {
        return of(action.listing()).stream()
                .map(ground -> known.getOrDefault(ground, List.of()))
                .flatMap(Collection::stream)
                .filter(hold -> hold.holds(action))
                .sorted(Comparator.comparing(KnownHold::since).thenComparing(KnownHold::owner))
                .map(hold -> hold.of(action))
                .toList();
    }
}
