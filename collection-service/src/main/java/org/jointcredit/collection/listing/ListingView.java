package org.jointcredit.collection.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointcredit.collection.subject.Party;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Evidence;
import org.jointcredit.contract.event.ListingEnd;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.PersonRole;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.contract.problem.FieldWarning;
import org.jointcredit.platform.eventing.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * A listing as an answer shows it: numbers of persons masked, those in prose too.
 *
 * @param version the ETag
 * @param pending a change that waits for a second officer
 * @param repairedOn day on which a repair was granted (A29)
 * @param repairedBy number of the case that granted it
 * @param journal what happened to it, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListingView(
        String id,
        String number,
        String department,
        String listType,
        String lawVersion,
        SubjectView subject,
        List<PersonView> persons,
        DecisionView decision,
        List<String> basedOn,
        LocalDate effectiveFrom,
        @Nullable LocalDate until,
        List<Evidence> evidence,
        ListingState state,
        @Nullable PendingView pending,
        @Nullable EndView ended,
        @Nullable LocalDate repairedOn,
        @Nullable String repairedBy,
        Instant createdAt,
        @Nullable Instant publishedAt,
        long version,
        @Nullable List<FieldWarning> warnings,
        @Nullable List<EntryView> journal) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SubjectView(
            String id,
            SubjectKind kind,
            @Nullable String code,
            @Nullable String documentKind,
            @Nullable String idNumber,
            String name,
            @Nullable Boolean ownEarnings) {
        static SubjectView whole(Terms terms) {
            return of(terms, terms.subject().name());
        }

        static SubjectView masked(Terms terms) {
            Party party = terms.subject();
            return of(terms, party.kind() == SubjectKind.PERSON ? Masking.name(party.name()) : party.name());
        }

        private static SubjectView of(Terms terms, String name) {
            Party party = terms.subject();
            return new SubjectView(
                    party.id(),
                    party.kind(),
                    party.code(),
                    party.documentKind(),
                    party.maskedNumber(),
                    name,
                    terms.ownEarnings());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonView(
            String subject,
            PersonRole role,
            String name,
            @Nullable String documentKind,
            @Nullable String idNumber,
            boolean directlyResponsible,
            @Nullable Boolean ownEarnings) {
        static PersonView of(ListedPerson person) {
            Party who = person.who();
            return new PersonView(
                    who.id(),
                    person.role(),
                    who.name(),
                    who.documentKind(),
                    who.maskedNumber(),
                    person.directlyResponsible(),
                    person.ownEarnings());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionView(
            String document,
            String authority,
            LocalDate date,
            String basis,
            String facts,
            String proposedBy,
            @Nullable String decidedBy) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PendingView(
            String reason,
            @Nullable List<PersonView> persons,
            @Nullable String facts,
            @Nullable List<Evidence> evidence,
            @Nullable LocalDate until,
            String proposedBy) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EndView(EndingReason reason, @Nullable EndDecisionView decision, LocalDate on, Instant at) {}

    record EndDecisionView(String document, String authority, LocalDate date, String basis) {}

    /**
     * One step.
     *
     * @param what e.g. {@code listing-published}
     * @param by officer, system or service that took it
     * @param basis the law it rests on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            long version,
            String what,
            Instant at,
            String by,
            @Nullable String proposedBy,
            @Nullable String reason,
            @Nullable String basis,
            String lawVersion) {}

    static ListingView of(Listing listing, List<FieldWarning> warnings, @Nullable List<JournalEntry> journal) {
        Listing.Origin origin = listing.origin();
        Terms terms = listing.terms();
        Terms.Decided decision = terms.decision();
        Listing.Repair repaired = listing.repaired();
        return new ListingView(
                listing.id(),
                origin.number(),
                origin.department(),
                origin.listType(),
                origin.lawVersion(),
                SubjectView.whole(terms),
                terms.persons().stream().map(PersonView::of).toList(),
                new DecisionView(
                        decision.document(),
                        decision.authority(),
                        decision.date(),
                        Masking.prose(decision.basis()),
                        Masking.prose(decision.facts()),
                        decision.proposedBy(),
                        decision.decidedBy()),
                terms.basedOn(),
                terms.effectiveFrom(),
                terms.until(),
                terms.evidence(),
                listing.state(),
                pending(listing.pending()),
                ended(listing.ended()),
                repaired == null ? null : repaired.on(),
                repaired == null ? null : repaired.number(),
                origin.createdAt(),
                listing.publishedAt(),
                listing.version(),
                warnings.isEmpty() ? null : warnings,
                journal == null
                        ? null
                        : journal.stream().map(entry -> entry(listing, entry)).toList());
    }

    private static @Nullable PendingView pending(@Nullable Change change) {
        return change == null
                ? null
                : new PendingView(
                        Masking.prose(change.reason()),
                        change.persons() == null
                                ? null
                                : change.persons().stream().map(PersonView::of).toList(),
                        change.facts() == null ? null : Masking.prose(change.facts()),
                        change.evidence(),
                        change.until(),
                        change.proposedBy());
    }

    private static @Nullable EndView ended(@Nullable ListingEnd end) {
        if (end == null) {
            return null;
        }
        var decision = end.decision();
        return new EndView(
                end.reason(),
                decision == null
                        ? null
                        : new EndDecisionView(
                                decision.document(),
                                decision.authority(),
                                decision.date(),
                                Masking.prose(decision.basis())),
                end.on(),
                end.at());
    }

    private static EntryView entry(Listing listing, JournalEntry entry) {
        Listing.Remark remark = listing.remarks().stream()
                .filter(any -> any.version() == entry.seq())
                .findFirst()
                .orElse(null);
        return new EntryView(
                entry.seq(),
                entry.type().replaceAll("^org\\.jointcredit\\.collection\\.|\\.v1$", ""),
                entry.at(),
                entry.by(),
                remark == null ? null : remark.proposedBy(),
                remark == null ? null : Masking.prose(remark.reason()),
                masked(basis(listing, entry)),
                listing.origin().lawVersion());
    }

    private static @Nullable String masked(@Nullable String prose) {
        return prose == null ? null : Masking.prose(prose);
    }

    /** As it stood then, where the entry says. */
    private static @Nullable String basis(Listing listing, JournalEntry entry) {
        return switch (entry.type()) {
            case EventTypes.LISTING_PUBLISHED, EventTypes.LISTING_CHANGED ->
                fact(entry).decision().basis();
            case EventTypes.LISTING_ENDED -> {
                ListingEnd end = fact(entry).ended();
                yield end == null || end.decision() == null
                        ? null
                        : end.decision().basis();
            }
            case "listing-repaired" -> null; // its reason says it
            default -> listing.terms().decision().basis();
        };
    }

    private static ListingFact fact(JournalEntry entry) {
        return ContractJson.mapper().readValue(entry.data(), ListingFact.class);
    }
}
