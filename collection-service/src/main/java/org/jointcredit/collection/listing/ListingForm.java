package org.jointcredit.collection.listing;

import java.time.LocalDate;
import java.util.List;
import org.jointcredit.collection.listing.ListingContent.DecisionSaid;
import org.jointcredit.collection.subject.Identity;
import org.jointcredit.collection.subject.IdentityForm;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.contract.event.Evidence;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.identity.Read;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.contract.problem.FieldWarning;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.law.Department;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.law.LawVersion;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads a listing and judges all of its fields at once (C6). */
@Component
final class ListingForm {
    static final int NUMBER = 64;

    private final ListTypes listTypes;
    private final Departments departments;
    private final IdentityForm identities;
    private final Prose prose;
    private final BusinessClock clock;

    ListingForm(
            ListTypes listTypes, Departments departments, IdentityForm identities, Prose prose, BusinessClock clock) {
        this.listTypes = listTypes;
        this.departments = departments;
        this.identities = identities;
        this.prose = prose;
        this.clock = clock;
    }

    /**
     * What came of reading a listing.
     *
     * @param number empty where there is none
     * @param listType null where none is named, or none that is known
     * @param lawVersion version of the list types it was judged by
     * @param content null where something could not be read; a content that breaks a rule is there all the same
     */
    record Reading(
            String number,
            @Nullable ListType listType,
            String lawVersion,
            @Nullable ListingContent content,
            List<FieldError> errors,
            List<FieldWarning> warnings) {}

    Reading read(ObjectNode body, Sender sender) {
        LawVersion<ListType> law = listTypes.inForce(clock.today());
        Form form = Form.of(body);
        String number = form.visibleText("number", NUMBER);
        ListType listType = form.read("listType", text -> listType(text, law), null);
        Form subjectForm = form.object("subject");
        Identity subject = identities.subject(subjectForm);
        boolean ownEarnings = Boolean.TRUE.equals(subjectForm.optionalBool("ownEarnings"));
        Prose.Texts texts = prose.about(subject == null ? null : subject.kind());
        List<PersonsForm.Entry> persons =
                form.list("persons", PersonsForm.MOST, person -> PersonsForm.Entry.read(person, identities));
        Form decision = form.object("decision");
        String document = texts.document(decision);
        String authority = texts.authority(decision);
        LocalDate decided = decision.date("date");
        String basis = texts.basis(decision);
        String facts = texts.facts(decision);
        Officers officers = sender.system() ? texts.officers(decision) : null;
        List<String> basedOn = form.optionalTexts("basedOn", 200, 64);
        LocalDate effectiveFrom = form.date("effectiveFrom");
        LocalDate until = form.optionalDate("until");
        List<Evidence> evidence = form.list("evidence", Prose.MOST_EVIDENCE, texts::evidence);

        ListingContent content = !form.errors().isEmpty()
                ? null
                : new ListingContent(
                        number,
                        Form.sure(listType).code(),
                        Form.sure(subject),
                        ownEarnings,
                        PersonsForm.said(persons),
                        new DecisionSaid(document, authority, Form.sure(decided), basis, facts),
                        officers,
                        basedOn == null ? List.of() : basedOn,
                        Form.sure(effectiveFrom),
                        until,
                        evidence);

        texts.number(form, number);
        texts.name(subjectForm, subject);
        judgeSubject(subjectForm, subject, listType, decided, ownEarnings, sender);
        persons.forEach(person -> person.judge(decided, texts));
        judgeDates(form, decision, decided, effectiveFrom, until);
        return new Reading(number, listType, law.version(), content, form.errors(), form.warnings());
    }

    private static Read<ListType> listType(String text, LawVersion<ListType> law) {
        return IdentityText.code(text)
                .then(code -> law.entries().stream()
                        .filter(type -> type.code().equals(code))
                        .findFirst()
                        .map(Read::good)
                        .orElseGet(() -> Read.bad(ErrorCode.UNKNOWN_CODE)));
    }

    private void judgeSubject(
            Form form,
            @Nullable Identity subject,
            @Nullable ListType listType,
            @Nullable LocalDate decided,
            boolean ownEarnings,
            Sender sender) {
        SubjectKind kind = form.optionalEnumOf("kind", SubjectKind.class);
        if (kind != null && listType != null && !listType.subjects().contains(kind)) {
            form.error("kind", ErrorCode.UNKNOWN_CODE, listType.standard().basis());
        }
        switch (subject) {
            case Identity.Organisation(String code, String _) -> {
                if (code.equals(ownCode(sender))) {
                    form.error("code", ErrorCode.OWN_CODE);
                }
            }
            case Identity.Person person -> {
                if (decided != null && person.document().lacksCapacityOn(decided, ownEarnings)) {
                    form.error("idNumber", ErrorCode.NOT_OF_AGE, "A2");
                }
            }
            case null -> {}
        }
    }

    private @Nullable String ownCode(Sender sender) {
        return departments
                .find(sender.department())
                .map(Department::unifiedCode)
                .orElse(null);
    }

    /** decision.date ≤ effectiveFrom ≤ today ≤ until. */
    private void judgeDates(
            Form form,
            Form decision,
            @Nullable LocalDate decided,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate until) {
        LocalDate today = clock.today();
        boolean decidedInFuture = decided != null && decided.isAfter(today);
        if (decidedInFuture) {
            decision.error("date", ErrorCode.DATE_IN_FUTURE);
        }
        if (effectiveFrom != null && effectiveFrom.isAfter(today)) {
            form.error("effectiveFrom", ErrorCode.DATE_IN_FUTURE);
        } else if (effectiveFrom != null && decided != null && !decidedInFuture && effectiveFrom.isBefore(decided)) {
            form.error("effectiveFrom", ErrorCode.DATE_ORDER);
        }
        if (until != null && until.isBefore(today)) {
            form.error("until", ErrorCode.DATE_ORDER);
        }
    }
}
