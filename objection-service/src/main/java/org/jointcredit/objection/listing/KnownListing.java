package org.jointcredit.objection.listing;

import java.time.LocalDate;
import java.util.List;
import org.jointcredit.contract.event.ListClass;
import org.jspecify.annotations.Nullable;

/**
 * A listing as far as this service knows it: nobody's name.
 *
 * @param department code of the initiating department
 * @param subject id of the listed subject
 * @param persons ids of the persons behind it, each once
 * @param basedOn ids of the records it rests on
 * @param effectiveFrom first day in effect
 * @param until last day in effect; absent: without term
 * @param version version of the listing, as in its ETag
 * @param ended absent while it stands
 */
public record KnownListing(
        String id,
        String department,
        String listType,
        ListClass listClass,
        String subject,
        List<String> persons,
        List<String> basedOn,
        LocalDate effectiveFrom,
        @Nullable LocalDate until,
        long version,
        @Nullable KnownEnd ended) {
    public KnownListing {
        persons = List.copyOf(persons);
        basedOn = List.copyOf(basedOn);
    }

    /** Whether its subject stands on the list that day. */
    public boolean isInForce(LocalDate day) {
        return ended == null && !effectiveFrom.isAfter(day) && (until == null || !until.isBefore(day));
    }

    /** Whether it is about this subject, as the listed one or as a person behind it. */
    public boolean concerns(String who) {
        return subject.equals(who) || persons.contains(who);
    }
}
