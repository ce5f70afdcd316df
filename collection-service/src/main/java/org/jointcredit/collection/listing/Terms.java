package org.jointcredit.collection.listing;

import java.time.LocalDate;
import java.util.List;
import org.jointcredit.collection.subject.Party;
import org.jointcredit.contract.event.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What has been decided of a listing: whom it reaches, on what grounds, and for how long.
 *
 * @param ownEarnings true: the subject is of 16 or 17 and of full capacity, because it lives on them (A2)
 * @param basedOn ids of the records it rests on
 * @param until last day in effect; null: without term
 */
public record Terms(
        Party subject,
        @Nullable Boolean ownEarnings,
        List<ListedPerson> persons,
        Decided decision,
        List<String> basedOn,
        LocalDate effectiveFrom,
        @Nullable LocalDate until,
        List<Evidence> evidence) {
    public Terms {
        persons = List.copyOf(persons);
        basedOn = List.copyOf(basedOn);
        evidence = List.copyOf(evidence);
    }

    /**
     * @param decidedBy null while only proposed
     */
    public record Decided(
            String document,
            String authority,
            LocalDate date,
            String basis,
            String facts,
            String proposedBy,
            @Nullable String decidedBy) {

        Decided by(String proposedBy, String decidedBy) {
            return new Decided(document, authority, date, basis, facts, proposedBy, decidedBy);
        }

        Decided on(@Nullable String newFacts) {
            return newFacts == null
                    ? this
                    : new Decided(document, authority, date, basis, newFacts, proposedBy, decidedBy);
        }
    }

    boolean isOverOn(LocalDate day) {
        return until != null && until.isBefore(day);
    }

    /** Whether somebody would stand on the list who does not, or further than now: that takes two officers (C6). */
    boolean widenedBy(@Nullable List<ListedPerson> newPersons) {
        return newPersons != null
                && !newPersons.stream().allMatch(person -> persons.stream().anyMatch(person::isWithin));
    }

    Terms decidedBy(String proposedBy, String decidedBy) {
        return new Terms(
                subject,
                ownEarnings,
                persons,
                decision.by(proposedBy, decidedBy),
                basedOn,
                effectiveFrom,
                until,
                evidence);
    }

    /** What a change leaves out stays. */
    Terms changedBy(Change change) {
        return new Terms(
                subject,
                ownEarnings,
                change.persons() == null ? persons : change.persons(),
                decision.on(change.facts()),
                basedOn,
                effectiveFrom,
                change.until() == null ? until : change.until(),
                change.evidence() == null ? evidence : change.evidence());
    }
}
