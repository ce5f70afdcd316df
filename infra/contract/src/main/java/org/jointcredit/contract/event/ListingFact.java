package org.jointcredit.contract.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The whole state of a listing: the value of `listing-published`, `listing-changed` and `listing-ended` on `trigger`.
/// Written by collection. What names or describes a natural person stands in `sealed` only.
///
/// @param listing id of the listing
/// @param number the department's own number of it
/// @param department code of the initiating department
/// @param group group of the list type that rules refer to, if it has one
/// @param persons one entry for each role of each person behind a listed organisation
/// @param effectiveFrom first day in effect
/// @param until last day in effect; absent: without term
/// @param basedOn ids of the records it rests on
/// @param version version of the listing, as in its ETag
/// @param lawVersion version of the list types it was judged by
/// @param ended absent while it stands
/// @param sealed a [ListingSealed] as JSON, under the platform's field cipher
public record ListingFact(
        String listing,
        String number,
        String department,
        String listType,
        ListClass listClass,
        @Nullable String group,
        ListedSubject subject,
        List<PersonBehind> persons,
        Decision decision,
        LocalDate effectiveFrom,
        @Nullable LocalDate until,
        List<String> basedOn,
        List<Evidence> evidence,
        long version,
        String lawVersion,
        Instant publishedAt,
        @Nullable ListingEnd ended,
        String sealed) {
    public ListingFact {
        persons = List.copyOf(persons);
        basedOn = List.copyOf(basedOn);
        evidence = List.copyOf(evidence);
    }
}
