package org.jointcredit.collection.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jointcredit.collection.listing.ListingContent.PersonSaid;
import org.jointcredit.collection.subject.IdentityForm;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.contract.event.Evidence;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a change of a listing and judges all of its fields at once (C6). */
@Component
final class ChangeForm {
    private final IdentityForm identities;
    private final Prose prose;
    private final BusinessClock clock;

    ChangeForm(IdentityForm identities, Prose prose, BusinessClock clock) {
        this.identities = identities;
        this.prose = prose;
        this.clock = clock;
    }

    /**
     * @param persons null: they stay
     * @param officers named by a department's own system
     * @param canonical equal for the same change, however it was written
     */
    record Reading(
            String reason,
            @Nullable List<PersonSaid> persons,
            @Nullable String facts,
            @Nullable Officers officers,
            @Nullable List<Evidence> evidence,
            @Nullable LocalDate until,
            String canonical,
            List<FieldError> errors) {}

    /**
     * @param subject kind of whom the listing is about; null: not known
     * @param decided the day of the listing's decision, on which the age of persons counts; null: not known
     * @param widens whether a new list of persons puts somebody on the list
     */
    Reading read(
            Form form,
            Sender sender,
            @Nullable SubjectKind subject,
            @Nullable LocalDate decided,
            Predicate<List<PersonSaid>> widens) {
        Prose.Texts texts = prose.about(subject);
        String reason = texts.reason(form);
        int errors = form.errors().size();
        List<PersonsForm.Entry> entries =
                form.optionalList("persons", PersonsForm.MOST, person -> PersonsForm.Entry.read(person, identities));
        List<PersonSaid> persons = entries == null || form.errors().size() > errors ? null : PersonsForm.said(entries);
        Form decision = form.optionalObject("decision");
        String facts = decision == null ? null : texts.facts(decision);
        Officers officers = decision == null || !sender.system() ? null : texts.officers(decision);
        List<Evidence> evidence = form.optionalList("evidence", Prose.MOST_EVIDENCE, texts::evidence);
        LocalDate until = form.optionalDate("until");

        if (entries != null) {
            entries.forEach(person -> person.judge(decided, texts));
        }
        if (sender.system() && decision == null && persons != null && widens.test(persons)) {
            form.error("decision", ErrorCode.REQUIRED, "P4.1");
            form.error("decision.decidedBy", ErrorCode.FOUR_EYES, "P4.1");
        }
        if (until != null && until.isBefore(clock.today())) {
            form.error("until", ErrorCode.DATE_ORDER);
        }
        String canonical = ListingContent.canonical(
                "change",
                reason,
                persons == null
                        ? null
                        : persons.stream().map(PersonSaid::canonical).toList(),
                facts,
                officers,
                evidence,
                until);
        return new Reading(reason, persons, facts, officers, evidence, until, canonical, form.errors());
    }
}
