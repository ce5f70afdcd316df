package org.jointcredit.objection.objection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.ListingVersion;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.objection.listing.KnownListing;
import org.jointcredit.objection.listing.ListingLookup;
import org.jointcredit.objection.listing.ListingStore;
import org.jointcredit.objection.notice.NoticeLookup;
import org.jointcredit.objection.record.KnownRecord;
import org.jointcredit.objection.record.RecordLookup;
import org.springframework.stereotype.Component;

/** Finds what objections are against, and what their holds reach. */
@Component
public final class Targets {
    private final RecordLookup records;
    private final ListingLookup listings;
    private final ListingStore known;
    private final NoticeLookup notices;

    Targets(RecordLookup records, ListingLookup listings, ListingStore known, NoticeLookup notices) {
        this.records = records;
        this.listings = listings;
        this.known = known;
        this.notices = notices;
    }

    /** @param id of the record, listing or notice */
    Optional<Target> find(Against.Kind kind, String id) {
        var against = new Against(kind, id);
        return switch (kind) {
            case RECORD ->
                records.find(id)
                        .map(record ->
                                new Target(against, record.provider(), List.of(record.subject()), record.isGone()));
            case LISTING -> listings.find(id).map(listing -> of(against, listing, everybodyOn(listing)));
            case NOTICE ->
                notices.find(id)
                        .flatMap(notice -> listings.find(notice.listing())
                                .map(listing -> of(against, listing, List.of(notice.subject()))));
            case MISSING -> Optional.empty();
        };
    }

    private static Target of(Against against, KnownListing listing, List<String> subjects) {
        var end = listing.ended();
        return new Target(against, listing.department(), subjects, end != null && end.reason() == EndingReason.REVOKED);
    }

    private static List<String> everybodyOn(KnownListing listing) {
        List<String> all = new ArrayList<>(List.of(listing.subject()));
        all.addAll(listing.persons());
        return all;
    }

    /** The listings whose measures the hold reaches, as far as they are known. */
    public List<KnownListing> touched(Against against) {
        String id = against.id();
        if (id == null) {
            return List.of();
        }
        return switch (against.kind()) {
            case RECORD -> known.restingOn(id);
            case LISTING -> known.find(id).stream().toList();
            case NOTICE ->
                notices.find(id).flatMap(notice -> known.find(notice.listing())).stream()
                        .toList();
            case MISSING -> List.of();
        };
    }

    /** What stays held after a decision, until the owner of what was disputed has acted (decision 11). */
    public Hanging after(ObjectionOutcome outcome, Against against) {
        String id = against.id();
        if (id == null || outcome == ObjectionOutcome.REJECTED) {
            return Hanging.NOTHING;
        }
        Long record = against.kind() == Against.Kind.RECORD
                ? records.find(id).map(KnownRecord::version).orElse(null)
                : null;
        // what a record's correction means for the listings on it is their department's to judge
        boolean byListing = against.kind() != Against.Kind.RECORD || outcome == ObjectionOutcome.UPHELD;
        List<ListingVersion> listed = byListing
                ? touched(against).stream()
                        .map(listing -> new ListingVersion(listing.id(), listing.version()))
                        .toList()
                : List.of();
        return new Hanging(true, listed, record);
    }

    /** Whether the owners have done what a decision asks of them. */
    public boolean isDone(ObjectionOutcome outcome, Against against, Hanging hanging) {
        boolean listingsDone = hanging.resumesAfter().stream().allMatch(this::isDone);
        Long decidedOn = hanging.record();
        String id = against.id();
        if (decidedOn == null || id == null) {
            return listingsDone;
        }
        KnownRecord record = records.find(id).orElse(null);
        boolean recordDone = record == null
                || record.isGone()
                || (outcome == ObjectionOutcome.PARTLY && record.version() > decidedOn);
        return recordDone && listingsDone;
    }

    private boolean isDone(ListingVersion decidedOn) {
        return known.find(decidedOn.listing())
                .map(listing -> listing.ended() != null || listing.version() > decidedOn.version())
                .orElse(true);
    }
}
