package org.jointcredit.collection.record;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jointcredit.collection.catalogue.Catalogue;
import org.jointcredit.collection.catalogue.CatalogueItem;
import org.jointcredit.collection.catalogue.FieldType;
import org.jointcredit.collection.catalogue.FileLayouts;
import org.jointcredit.collection.catalogue.ForbiddenData;
import org.jointcredit.collection.catalogue.ItemField;
import org.jointcredit.collection.catalogue.RulePack;
import org.jointcredit.collection.catalogue.RulePacks;
import org.jointcredit.collection.record.Providers.Provider;
import org.jointcredit.collection.record.RecordContent.Consent;
import org.jointcredit.collection.record.RecordContent.PersonSaid;
import org.jointcredit.collection.subject.Identity;
import org.jointcredit.collection.subject.IdentityForm;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.Procedure;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.identity.PersonDocument;
import org.jointcredit.contract.identity.Read;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.contract.problem.FieldWarning;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.form.IdentityReader;
import org.jointcredit.platform.law.Department;
import org.jointcredit.platform.law.LawVersion;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads a record and judges all of its fields at once (C2–C5). */
@Component
final class RecordForm {
    private static final int NUMBER = 64;

    private final Catalogue catalogue;
    private final FileLayouts fileLayouts;
    private final RulePacks rulePacks;
    private final ForbiddenData forbidden;
    private final IdentityReader reader;
    private final IdentityForm identities;
    private final FieldValues fieldValues;
    private final Providers providers;
    private final BusinessClock clock;

    RecordForm(
            Catalogue catalogue,
            FileLayouts fileLayouts,
            RulePacks rulePacks,
            ForbiddenData forbidden,
            IdentityReader reader,
            IdentityForm identities,
            FieldValues fieldValues,
            Providers providers,
            BusinessClock clock) {
        this.catalogue = catalogue;
        this.fileLayouts = fileLayouts;
        this.rulePacks = rulePacks;
        this.forbidden = forbidden;
        this.reader = reader;
        this.identities = identities;
        this.fieldValues = fieldValues;
        this.providers = providers;
        this.clock = clock;
    }

    /**
     * What came of reading a record.
     *
     * @param notYours field that names another department; null: none does
     * @param key of the record, as far as its number and item can be told
     * @param subject as far as it can be told
     * @param content null where something could not be read; a content that breaks a rule is there all the same
     * @param judged null where there is no content
     */
    record Reading(
            String provider,
            @Nullable String notYours,
            @Nullable String key,
            @Nullable Identity subject,
            @Nullable RecordContent content,
            @Nullable Judged judged,
            List<FieldError> errors,
            List<FieldWarning> warnings) {}

    /** @param inFile see {@link RecordSubmissions.Submission#fromFile()} */
    Reading read(ObjectNode body, Sender sender, boolean inFile) {
        ObjectNode fields = fields(body);
        return read(body, sender, inFile, inFile, inFile ? name -> fields != null && fields.has(name) : _ -> true);
    }

    /**
     * The new content of a record.
     *
     * @param layout of the file as whose row it came: its clock starts as it did then, and no more is asked of it than
     *     the layout has; null: not of a file
     */
    Reading reread(ObjectNode body, Sender sender, @Nullable String layout) {
        Set<String> had = layout == null ? Set.of() : fileLayouts.of(layout).fields();
        return read(body, sender, false, layout != null, layout == null ? _ -> true : had::contains);
    }

    private static @Nullable ObjectNode fields(ObjectNode body) {
        return body.get("fields") instanceof ObjectNode fields ? fields : null;
    }

    /** Where it is not told, the decision's stands in for it (A2). */
    private static @Nullable LocalDate dayOfAct(@Nullable LocalDate endedOn, @Nullable LocalDate decidedOn) {
        return endedOn == null || (decidedOn != null && endedOn.isAfter(decidedOn)) ? decidedOn : endedOn;
    }

    /** @param asked whether a field is asked for, where the item asks for it */
    private Reading read(ObjectNode body, Sender sender, boolean inFile, boolean fromFile, Predicate<String> asked) {
        LocalDate today = clock.today();
        LawVersion<CatalogueItem> law = catalogue.inForce(today);
        RulePack pack = rulePacks.inForce(today);
        Form form = Form.of(body);
        CatalogueItem item = form.read("item", text -> item(text, law), null);
        DoubleDisclosure layout = item == null ? null : DoubleDisclosure.of(item);
        Provider provider = providers.of(body, sender, layout, inFile);
        Providers.complain(form, provider);

        String number =
                layout == null ? form.visibleText("number", NUMBER) : DocumentNumbers.read(form, inFile || fromFile);
        Form subjectForm = form.object("subject");
        Identity subject = identities.subject(subjectForm);
        LocalDate decidedOn = form.date("decidedOn");
        Procedure procedure = form.optionalEnumOf("procedure", Procedure.class);
        LocalDate behaviourEndedOn = form.optionalDate("behaviourEndedOn");
        LocalDate validUntil = form.optionalDate("validUntil");
        boolean ownEarnings = !inFile && Boolean.TRUE.equals(form.optionalBool("ownEarnings"));
        Consent consent = inFile ? null : consent(form, today);
        Form fields = form.object("fields");
        ObjectNode said = fields(body);
        Map<String, String> values = item == null
                ? new LinkedHashMap<>()
                : fieldValues.read(fields, said, item, inFile, asked, layout == null ? List.of() : layout.envelope());
        PersonSaid behind = null;
        if (layout != null) {
            layout.agree(fields, number, subject, decidedOn, reader);
            layout.complete(values, provider.department(), subject);
            behind = layout.behind(fields, values, subject, reader);
        }

        boolean readable = form.errors().isEmpty();
        if (item != null) {
            if (layout != null) {
                layout.judgeSort(fields, values, subject);
                layout.judge(fields, values, item, decidedOn, pack, asked);
            }
            if (procedure != null && !item.takes(procedure)) {
                form.error("procedure", ErrorCode.CODE_NOT_ALLOWED, item.basis());
            }
            judgeText(form, fields, item, number, values, subject, consent);
            judgePeriod(form, item, decidedOn, behaviourEndedOn, validUntil, pack);
        }
        judgeSubject(
                subjectForm,
                subject,
                item,
                dayOfAct(behaviourEndedOn, decidedOn),
                ownEarnings,
                decidingBody(layout, values, provider));
        judgeDates(form, today, decidedOn, behaviourEndedOn, validUntil);

        String folded = layout == null ? number : DocumentNumbers.fold(number);
        String key = item == null || number.isEmpty()
                ? null
                : String.join(
                        "|",
                        item.code(),
                        provider.department().code(),
                        layout == null ? "" : layout.decidedBy(values),
                        folded);
        RecordContent content = !readable
                ? null
                : content(
                        Form.sure(item),
                        provider.department(),
                        number,
                        folded,
                        Form.sure(key),
                        Form.sure(subject),
                        behind,
                        Form.sure(decidedOn),
                        procedure,
                        behaviourEndedOn,
                        validUntil,
                        ownEarnings,
                        consent,
                        values);
        return new Reading(
                provider.department().code(),
                provider.notYours() ? provider.field() : null,
                key,
                subject,
                content,
                content == null ? null : judged(content, Form.sure(item), layout, law.version(), pack, fromFile),
                form.errors(),
                form.warnings());
    }

    private static Read<CatalogueItem> item(String text, LawVersion<CatalogueItem> law) {
        return IdentityText.code(text)
                .then(code -> law.entries().stream()
                        .filter(item -> item.active() && item.code().equals(code))
                        .findFirst()
                        .map(Read::good)
                        .orElseGet(() -> Read.bad(ErrorCode.UNKNOWN_CODE)));
    }

    private @Nullable Consent consent(Form form, LocalDate today) {
        Form inner = form.optionalObject("consent");
        if (inner == null) {
            return null;
        }
        String document = inner.text("document", 200);
        LocalDate date = inner.date("date");
        if (date != null && date.isAfter(today)) {
            inner.error("date", ErrorCode.DATE_IN_FUTURE);
        }
        return date == null ? null : new Consent(document, date);
    }

    /** Code of who decided; the provider's where the record does not say. */
    private @Nullable String decidingBody(
            @Nullable DoubleDisclosure layout, Map<String, String> values, Provider provider) {
        String said = layout == null ? null : values.get(layout.bodyCode());
        if (said != null) {
            return said;
        }
        String name = layout == null ? null : values.get(layout.body());
        return name == null
                ? provider.department().unifiedCode()
                : providers.byName(name).map(Department::unifiedCode).orElse(null);
    }

    private void judgeText(
            Form form,
            Form fields,
            CatalogueItem item,
            String number,
            Map<String, String> values,
            @Nullable Identity subject,
            @Nullable Consent consent) {
        boolean consented = consent != null || subject == null || subject.kind() != SubjectKind.PERSON;
        for (ItemField field : item.fields()) {
            if (field.holdsText()) {
                forbidden.judge(fields, field.name(), values.get(field.name()), consented);
            }
        }
        forbidden.judge(form, "number", number, consented);
        forbidden.judge(form, "subject.name", subject == null ? null : subject.name(), consented);
        forbidden.judge(form, "consent.document", consent == null ? null : consent.document(), true);
    }

    private void judgeSubject(
            Form form,
            @Nullable Identity subject,
            @Nullable CatalogueItem item,
            @Nullable LocalDate dayOfAct,
            boolean ownEarnings,
            @Nullable String decidingBody) {
        SubjectKind kind = form.optionalEnumOf("kind", SubjectKind.class);
        if (kind != null && item != null && !item.subjects().contains(kind)) {
            form.error("kind", ErrorCode.UNKNOWN_CODE, item.basis());
        }
        switch (subject) {
            case Identity.Organisation(String code, String _) -> {
                if (code.equals(decidingBody)) {
                    form.error("code", ErrorCode.OWN_CODE);
                }
            }
            case Identity.Person(PersonDocument document, String _) -> {
                if (dayOfAct != null && document.lacksCapacityOn(dayOfAct, ownEarnings)) {
                    form.error("idNumber", ErrorCode.NOT_OF_AGE, "A2");
                }
            }
            case null -> {}
        }
    }

    private static void judgeDates(
            Form form,
            LocalDate today,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate behaviourEndedOn,
            @Nullable LocalDate validUntil) {
        if (decidedOn != null && decidedOn.isAfter(today)) {
            form.error("decidedOn", ErrorCode.DATE_IN_FUTURE);
        }
        if (behaviourEndedOn != null && behaviourEndedOn.isAfter(today)) {
            form.error("behaviourEndedOn", ErrorCode.DATE_IN_FUTURE);
        }
        if (validUntil != null && decidedOn != null && validUntil.isBefore(decidedOn)) {
            form.error("validUntil", ErrorCode.DATE_ORDER);
        }
    }

    /** Nobody asks for adverse information to be shown longer than it may be; of penalties as in files. */
    private static void judgePeriod(
            Form form,
            CatalogueItem item,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate behaviourEndedOn,
            @Nullable LocalDate validUntil,
            RulePack pack) {
        LocalDate from = behaviourEndedOn == null || item.isPenalty() ? decidedOn : behaviourEndedOn;
        if (item.category() == RecordCategory.ADVERSE
                && from != null
                && validUntil != null
                && validUntil.isAfter(from.plus(pack.longest()))) {
            form.error("validUntil", ErrorCode.PERIOD_TOO_LONG, pack.longestBasis());
        }
    }

    private static RecordContent content(
            CatalogueItem item,
            Department provider,
            String number,
            String folded,
            String key,
            Identity subject,
            @Nullable PersonSaid behind,
            LocalDate decidedOn,
            @Nullable Procedure procedure,
            @Nullable LocalDate behaviourEndedOn,
            @Nullable LocalDate validUntil,
            boolean ownEarnings,
            @Nullable Consent consent,
            Map<String, String> values) {
        return new RecordContent(
                item.code(),
                provider.code(),
                number,
                folded,
                key,
                subject,
                behind,
                decidedOn,
                procedure,
                behaviourEndedOn,
                validUntil,
                ownEarnings,
                consent,
                values,
                FieldValues.compared(values, item));
    }

    private static Judged judged(
            RecordContent content,
            CatalogueItem item,
            @Nullable DoubleDisclosure layout,
            String lawVersion,
            RulePack pack,
            boolean fromFile) {
        boolean person = content.subject().kind() == SubjectKind.PERSON;
        boolean hasBasis = !person || content.fields().containsKey("adverseBasis");
        boolean adverse = item.isPenalty()
                ? content.procedure() == Procedure.GENERAL && hasBasis
                : item.category() == RecordCategory.ADVERSE;
        boolean toSettle = item.isPenalty()
                && (content.procedure() == null || (!hasBasis && content.procedure() == Procedure.GENERAL));
        LocalDate adverseUntil = adverse ? adverseUntil(content, pack, fromFile) : null;
        return new Judged(
                item.isPenalty() && !adverse ? null : item.category(),
                item.doubleDisclosure(),
                disclosure(item, content.fields()),
                named(item, content.fields(), field -> !field.open()),
                named(item, content.fields(), field -> field.type() == FieldType.PERSON_NAME),
                named(item, content.fields(), ItemField::isExact),
                shownUntil(content, item, layout, adverse, adverseUntil, pack),
                adverseUntil,
                toSettle,
                lawVersion,
                pack.code());
    }

    private static Disclosure disclosure(CatalogueItem item, Map<String, String> values) {
        return switch (item.disclosure()) {
            case PUBLIC -> Disclosure.PUBLIC;
            case CLOSED -> Disclosure.CLOSED;
            case WHEN_PUBLISHED -> values.containsKey("publishedIn") ? Disclosure.PUBLIC : Disclosure.CLOSED;
        };
    }

    private static List<String> named(CatalogueItem item, Map<String, String> values, Predicate<ItemField> which) {
        return item.fields().stream()
                .filter(field -> values.containsKey(field.name()) && which.test(field))
                .map(ItemField::name)
                .toList();
    }

    /** A file has no end of the behaviour: the day of the decision stands in; elsewhere none said starts no clock. */
    private static @Nullable LocalDate adverseUntil(RecordContent content, RulePack pack, boolean fromFile) {
        LocalDate ended = content.behaviourEndedOn();
        LocalDate from = ended == null && fromFile ? content.decidedOn() : ended;
        return from == null ? null : from.plus(pack.longest());
    }

    private static @Nullable LocalDate shownUntil(
            RecordContent content,
            CatalogueItem item,
            @Nullable DoubleDisclosure layout,
            boolean adverse,
            @Nullable LocalDate adverseUntil,
            RulePack pack) {
        LocalDate asked = layout == null ? null : layout.publishedUntil(content.fields());
        LocalDate longest = !adverse && item.isPenalty() && asked == null
                ? content.decidedOn().plus(pack.longest())
                : adverseUntil;
        return earliest(earliest(asked, longest), content.validUntil());
    }

    private static @Nullable LocalDate earliest(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
