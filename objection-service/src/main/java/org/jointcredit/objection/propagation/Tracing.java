package org.jointcredit.objection.propagation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.objection.listing.KnownEnd;
import org.jointcredit.objection.listing.KnownListing;
import org.jointcredit.objection.notice.KnownAction;
import org.jointcredit.objection.notice.KnownHold;
import org.jointcredit.objection.notice.KnownNotice;
import org.jointcredit.objection.record.KnownRecord;
import org.jointcredit.objection.remedy.TracedCase;
import org.jointcredit.objection.remedy.TracedCase.Effect;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/** Computes where a case has arrived from what owners, sanction and agencies have told, and from nothing else. */
final class Tracing {
    private final TracedCase followed;
    private final List<Place> places = new ArrayList<>();

    private Tracing(TracedCase followed) {
        this.followed = followed;
    }

    static List<Place> of(
            TracedCase followed,
            Optional<KnownRecord> record,
            List<KnownListing> listings,
            List<KnownAction> actions,
            List<KnownNotice> notices) {
        var tracing = new Tracing(followed);
        record.ifPresent(tracing::owner);
        listings.forEach(tracing::owner);
        Map<String, KnownAction> byId = new HashMap<>();
        actions.forEach(action -> byId.put(action.id(), action));
        actions.forEach(tracing::sanction);
        notices.stream().filter(tracing::concerns).forEach(notice -> tracing.agency(notice, byId.get(notice.action())));
        return tracing.places;
    }

    private void owner(KnownRecord record) {
        switch (followed.effect()) {
            case REVOKE, ERASE -> add("collection", record.id(), null, record.isGone(), null);
            case CHANGE -> add("collection", record.id(), null, !followed.holding(), null);
            case NONE, END, MARK -> {
                // nothing is asked of it, or it is told on the record itself
            }
        }
    }

    private void owner(KnownListing listing) {
        KnownEnd end = listing.ended();
        Instant at = end == null ? null : end.at();
        switch (followed.effect()) {
            // one that rests on other records too may be changed by its department instead
            case REVOKE ->
                add("collection", null, listing.id(), end != null || (isOfRecord() && !followed.holding()), at);
            case END -> add("collection", null, listing.id(), end != null, at);
            case CHANGE -> {
                if (!isOfRecord()) {
                    add("collection", null, listing.id(), end != null || !followed.holding(), at);
                }
            }
            case NONE, MARK, ERASE -> {
                // nothing is asked of it
            }
        }
    }

    private boolean isOfRecord() {
        return followed.against().kind() == Against.Kind.RECORD;
    }

    /** That it holds at all, and that it has let go. */
    private void sanction(KnownAction action) {
        KnownHold hold = action.hold(followed.id()).orElse(null);
        if (hold == null) {
            if (followed.holding()) {
                places.add(place("sanction", Duty.STOP, action.listing(), null, null));
            }
            return;
        }
        places.add(place("sanction", Duty.STOP, action.listing(), null, hold.since()));
        if (!followed.holding() || hold.endedAt() != null) {
            places.add(place("sanction", Duty.RESUMPTION, action.listing(), null, hold.endedAt()));
        }
    }

    /** A hold or a decision about one of several subjects reaches the notices about it alone. */
    private boolean concerns(KnownNotice notice) {
        return followed.against().kind() != Against.Kind.NOTICE
                || notice.id().equals(followed.against().id());
    }

    private void agency(KnownNotice notice, @Nullable KnownAction action) {
        KnownHold hold = action == null ? null : action.hold(followed.id()).orElse(null);
        if (hold != null) {
            paused(notice, hold);
        }
        if (notice.legal() == Legal.RECALLED && followed.effect() == Effect.REVOKE) {
            confirmed(notice, Duty.RECALL, AgencyState.UNDONE, followed.decidedAt(), Owes.UNDOING);
        }
        if (notice.legal() == Legal.ENDED && followed.effect() == Effect.END) {
            confirmed(notice, Duty.LIFT, AgencyState.RELEASED, followed.decidedAt(), Owes.RELEASE);
        }
    }

    private void paused(KnownNotice notice, KnownHold hold) {
        confirmed(notice, Duty.STOP, AgencyState.PAUSED, hold.since(), Owes.PAUSE);
        Instant ended = hold.endedAt();
        if (ended != null && notice.legal() == Legal.IN_FORCE) {
            confirmed(notice, Duty.RESUMPTION, AgencyState.EXECUTED, ended, Owes.EXECUTION);
        }
    }

    /** Confirmed by the first such report since then; missing as long as it is owed; else there was nothing to do. */
    private void confirmed(KnownNotice notice, Duty duty, AgencyState report, @Nullable Instant since, Owes owed) {
        Optional<Instant> at = notice.reports().stream()
                .filter(told ->
                        told.report() == report && since != null && !told.at().isBefore(since))
                .map(told -> told.at())
                .min(Comparator.naturalOrder());
        if (at.isPresent() || notice.owes() == owed) {
            places.add(place(notice.agency(), duty, notice.listing(), notice, at.orElse(null)));
        }
    }

    private void add(
            String place, @Nullable String record, @Nullable String listing, boolean done, @Nullable Instant at) {
        places.add(new Place(place, Duty.CORRECTION, record, listing, null, null, done, here(at)));
    }

    private static Place place(
            String place, Duty duty, String listing, @Nullable KnownNotice notice, @Nullable Instant at) {
        return new Place(
                place,
                duty,
                null,
                listing,
                notice == null ? null : notice.id(),
                notice == null ? null : notice.measure(),
                at != null,
                here(at));
    }

    private static @Nullable OffsetDateTime here(@Nullable Instant at) {
        return at == null ? null : at.atZone(BusinessClock.ZONE).toOffsetDateTime();
    }
}
