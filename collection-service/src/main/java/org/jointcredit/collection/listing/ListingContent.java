package org.jointcredit.collection.listing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jointcredit.collection.subject.Identity;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.Evidence;
import org.jointcredit.contract.event.PersonRole;
import org.jspecify.annotations.Nullable;

/**
 * A listing as its department states it, in normal form.
 *
 * @param ownEarnings whether the subject, of 16 or 17, lives on them and so is of full capacity (A2)
 * @param officers named by a department's own system; null where an officer enters it
 */
record ListingContent(
        String number,
        String listType,
        Identity subject,
        boolean ownEarnings,
        List<PersonSaid> persons,
        DecisionSaid decision,
        @Nullable Officers officers,
        List<String> basedOn,
        LocalDate effectiveFrom,
        @Nullable LocalDate until,
        List<Evidence> evidence) {

    /** A person behind the organisation in one role (P4.2). */
    record PersonSaid(Identity.Person who, PersonRole role, boolean directlyResponsible, boolean ownEarnings) {
        List<Object> canonical() {
            return List.of(who.key(), who.name(), role, directlyResponsible, ownEarnings);
        }
    }

    record DecisionSaid(String document, String authority, LocalDate date, String basis, String facts) {}

    /** Equal for the same content, however it was written. Holds numbers: only its keyed hash is kept. */
    String canonical() {
        return canonical(
                number,
                listType,
                subject.kind(),
                subject.key(),
                subject.name(),
                ownEarnings,
                persons.stream().map(PersonSaid::canonical).toList(),
                decision,
                officers,
                basedOn,
                effectiveFrom,
                until,
                evidence);
    }

    static String canonical(@Nullable Object... parts) {
        return ContractJson.mapper().writeValueAsString(Arrays.asList(parts));
    }
}
