package org.jointcredit.objection.propagation;

import java.util.List;
import java.util.Optional;
import org.jointcredit.contract.event.Against;
import org.jointcredit.objection.listing.KnownListing;
import org.jointcredit.objection.notice.KnownNotice;
import org.jointcredit.objection.notice.NoticeStore;
import org.jointcredit.objection.objection.Targets;
import org.jointcredit.objection.record.KnownRecord;
import org.jointcredit.objection.record.RecordStore;
import org.jointcredit.objection.remedy.TracedCase;
import org.springframework.stereotype.Component;

/** Finds what is known of all that a case touches; who may know of the case was judged before. */
@Component
final class CasePlaces {
    private final RecordStore records;
    private final Targets targets;
    private final NoticeStore notices;

    CasePlaces(RecordStore records, Targets targets, NoticeStore notices) {
        this.records = records;
        this.targets = targets;
        this.notices = notices;
    }

    List<Place> of(TracedCase followed) {
        String id = followed.against().id();
        Optional<KnownRecord> record =
                id != null && followed.against().kind() == Against.Kind.RECORD ? records.find(id) : Optional.empty();
        List<KnownListing> listings = targets.touched(followed.against());
        List<String> ids = listings.stream().map(KnownListing::id).toList();
        return Tracing.of(
                followed, record, listings, notices.actionsOf(ids), about(followed, listings, notices.noticesOf(ids)));
    }

    /** Of a person behind a listed organisation, the notices about that person alone. */
    private static List<KnownNotice> about(TracedCase followed, List<KnownListing> listings, List<KnownNotice> all) {
        List<String> whole = listings.stream()
                .filter(listing -> listing.subject().equals(followed.subject()))
                .map(KnownListing::id)
                .toList();
        return all.stream()
                .filter(notice ->
                        whole.contains(notice.listing()) || notice.subject().equals(followed.subject()))
                .toList();
    }
}
