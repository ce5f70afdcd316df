package org.jointcredit.sanction.action;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointcredit.contract.event.Hold;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.ListingFact;

/**
 * What one listing sets off. It keeps facts, not transitions: the newest that is known of the listing, the holds, the
 * law it was opened under and the full plan of notices. Whichever event comes first opens it; order of arrival,
 * repeats and crashes do not matter.
 *
 * @param id the listing's id: a listing sets off one action
 * @param seq the last entry of its journal
 * @param listing the newest fact, without its sealed part: sanction keeps no person's name or number
 * @param listingSeq the {@code ce_sequence} of that fact; an older one is ignored
 * @param names how each subject is shown: an organisation's name, a person's masked one
 * @param holds why notices of it may not be applied now, by owner (S5)
 * @param law what it was opened under; later changes of the law do not reach it
 * @param untold whether it has changed since others were told of it last
 */
public record JointAction(
        String id,
        long seq,
        ListingFact listing,
        long listingSeq,
        Map<String, String> names,
        List<ActionHold> holds,
        PinnedLaw law,
        List<PlannedNotice> plan,
        Instant openedAt,
        boolean untold) {

    public JointAction {
        names = Map.copyOf(names);
        holds = List.copyOf(holds);
        plan = List.copyOf(plan);
    }

    static JointAction opened(
            ListingFact listing,
            long listingSeq,
            Map<String, String> names,
            PinnedLaw law,
            List<PlannedNotice> plan,
            Instant at) {
        return new JointAction(listing.listing(), 0, listing, listingSeq, names, List.of(), law, plan, at, true);
    }

    /**
     * A newer fact of the listing. Notices of persons it no longer names stay in the plan, not reached; persons it
     * names again get the same notices back.
     *
     * @param planNow what the pinned rule set asks for now
     */
    JointAction listingNow(ListingFact fact, long factSeq, Map<String, String> namesNow, List<PlannedNotice> planNow) {
        Set<String> reached = planNow.stream().map(PlannedNotice::id).collect(Collectors.toCollection(HashSet::new));
        List<PlannedNotice> merged = new ArrayList<>();
        for (PlannedNotice planned : plan) {
            merged.add(planned.reached(reached.remove(planned.id())));
        }
        planNow.stream().filter(planned -> reached.contains(planned.id())).forEach(merged::add);
        var allNames = new LinkedHashMap<>(names);
        allNames.putAll(namesNow);
        return new JointAction(id, seq, fact, factSeq, allNames, holds, law, merged, openedAt, true);
    }

    public ListingState listingState() {
        return ListingState.of(listing);
    }

    /** What a planned notice is worth now. */
    public Legal legal(PlannedNotice planned) {
        return LegalState.of(
                listingState(), planned.reached(), !holdsOn(planned).isEmpty());
    }

    /** Why a planned notice may not be applied now. */
    List<Hold> holdsOn(PlannedNotice planned) {
        return holds.stream()
                .filter(hold -> hold.reaches(planned))
                .map(ActionHold::hold)
                .toList();
    }

    List<Hold> holdsOn() {
        return holds.stream().map(ActionHold::hold).toList();
    }

    /** Whether it takes effect as a whole: it does not while all of it is held. */
    boolean isInForce() {
        return listingState() == ListingState.IN_FORCE && holds.stream().noneMatch(ActionHold::reachesAll);
    }

    /** Whether this is a person behind the listed organisation, or was. */
    boolean namesBehind(String subject) {
        return !subject.equals(listing.subject().id())
                && (listing.persons().stream()
                                .anyMatch(person -> person.subject().equals(subject))
                        || plan.stream().anyMatch(planned -> planned.subject().equals(subject)));
    }

    /** @param byCases the holds of objections and reviews that are on */
    JointAction held(List<ActionHold> byCases) {
        List<ActionHold> now = new ArrayList<>(byCases);
        holds.stream().filter(ActionHold::isOfSevereList).forEach(now::add);
        return with(now);
    }

    /** Incentives wait while the subject is listed as severely dishonest, and no longer (law-codes). */
    JointAction waiting(boolean forSevereList, Instant at) {
        boolean waits = holds.stream().anyMatch(ActionHold::isOfSevereList);
        if (waits == forSevereList) {
            return this;
        }
        List<ActionHold> now = new ArrayList<>(holds);
        now.removeIf(ActionHold::isOfSevereList);
        if (forSevereList) {
            now.add(ActionHold.ofSevereList(at));
        }
        return with(now);
    }

    /** Others are told of it as it is now. */
    JointAction told() {
        return new JointAction(id, seq, listing, listingSeq, names, holds, law, plan, openedAt, false);
    }

    private JointAction with(List<ActionHold> now) {
        return now.equals(holds)
                ? this
                : new JointAction(id, seq, listing, listingSeq, names, now, law, plan, openedAt, true);
    }
}
