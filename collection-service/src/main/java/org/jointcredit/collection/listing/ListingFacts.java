package org.jointcredit.collection.listing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jointcredit.collection.listing.Move.Made;
import org.jointcredit.collection.subject.Party;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.Evidence;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.ListingEnd;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ListingSealed;
import org.jointcredit.contract.event.ListingSealed.SealedPerson;
import org.jointcredit.contract.event.PersonBehind;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.eventing.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the journal keeps of each step, and what the other services are told: names of persons in the sealed part only. */
@Component
final class ListingFacts {
    private static final String SEALED_TYPE = "listing";

    private final FieldCipher cipher;

    ListingFacts(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /**
     * What is kept of a step that nobody else is told.
     *
     * @param sealed the terms and the change that waits, as they stood then
     */
    record Kept(ListingState state, String lawVersion, String sealed) {}

    /** A reference list sets off nothing: its listings are kept only (P5.5). */
    Step of(Made made) {
        Listing listing = made.listing();
        if (!made.what().fact) {
            return Step.kept(made.what().type, kept(listing));
        }
        return listing.origin().listClass() == ListClass.REFERENCE
                ? Step.kept(made.what().type, fact(listing))
                : Step.sent(
                        made.what().type,
                        fact(listing),
                        Topics.TRIGGER,
                        listing.terms().subject().id());
    }

    private Kept kept(Listing listing) {
        Object content = listing.pending() == null ? listing.terms() : listing.pending();
        String json = ContractJson.mapper().writeValueAsString(content);
        return new Kept(
                listing.state(), listing.origin().lawVersion(), cipher.seal(json, SEALED_TYPE, "kept", listing.id()));
    }

    private ListingFact fact(Listing listing) {
        Listing.Origin origin = listing.origin();
        Terms terms = listing.terms();
        Terms.Decided decision = terms.decision();
        return new ListingFact(
                listing.id(),
                origin.number(),
                origin.department(),
                origin.listType(),
                origin.listClass(),
                origin.group() == null ? null : origin.group().name(),
                subject(terms.subject()),
                terms.persons().stream()
                        .map(person -> new PersonBehind(
                                person.who().id(),
                                person.role(),
                                person.directlyResponsible(),
                                person.who().index()))
                        .toList(),
                inTheOpen(new Decision(decision.document(), decision.authority(), decision.date(), decision.basis())),
                terms.effectiveFrom(),
                terms.until(),
                terms.basedOn(),
                terms.evidence().stream()
                        .map(file -> new Evidence(Masking.prose(file.name()), file.sha256()))
                        .toList(),
                listing.version(),
                origin.lawVersion(),
                Objects.requireNonNull(listing.publishedAt()),
                inTheOpen(listing.ended()),
                sealed(listing));
    }

    /** Agencies read it: a number that somebody wrote into the prose does not travel (X4). */
    private static Decision inTheOpen(Decision decision) {
        return new Decision(
                Masking.document(decision.document()),
                Masking.prose(decision.authority()),
                decision.date(),
                Masking.prose(decision.basis()));
    }

    private static @Nullable ListingEnd inTheOpen(@Nullable ListingEnd end) {
        return end == null || end.decision() == null
                ? end
                : new ListingEnd(end.reason(), inTheOpen(end.decision()), end.on(), end.at());
    }

    private static ListedSubject subject(Party subject) {
        boolean organisation = subject.kind() == SubjectKind.ORGANISATION;
        return new ListedSubject(
                subject.id(), subject.kind(), subject.code(), organisation ? subject.name() : null, subject.index());
    }

    private String sealed(Listing listing) {
        Terms terms = listing.terms();
        Party subject = terms.subject();
        boolean person = subject.kind() == SubjectKind.PERSON;
        Map<String, SealedPerson> persons = new LinkedHashMap<>();
        for (ListedPerson behind : terms.persons()) {
            Party who = behind.who();
            persons.putIfAbsent(who.id(), new SealedPerson(who.id(), who.name(), Masking.name(who.name())));
        }
        var sealed = new ListingSealed(
                person ? subject.name() : null,
                person ? Masking.name(subject.name()) : null,
                List.copyOf(persons.values()),
                terms.decision().facts(),
                terms.decision().proposedBy(),
                Objects.requireNonNull(terms.decision().decidedBy()));
        return cipher.seal(ContractJson.mapper().writeValueAsString(sealed), SEALED_TYPE, "sealed", listing.id());
    }
}
