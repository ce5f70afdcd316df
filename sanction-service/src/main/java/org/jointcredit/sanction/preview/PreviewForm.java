package org.jointcredit.sanction.preview;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.PersonBehind;
import org.jointcredit.contract.event.PersonRole;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.identity.PersonDocument;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.form.IdentityReader;
import org.jointcredit.platform.form.IdentityReader.Who;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.sanction.preview.ListTypes.ListType;
import org.jointcredit.sanction.rule.Trigger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads of a listing what decides on its notices: list type, subject, and the persons behind it. The rest may still be
 * missing; collection judges it when the listing is handed in. A listing as collection answers it, with masked numbers,
 * is read by its subject ids: so sees an approver what the proposal would set off.
 */
@Component
final class PreviewForm {

    private static final int MOST_PERSONS = 200;
    private static final int NAME = 200;
    private static final int ID = 64;

    private final ListTypes listTypes;
    private final IdentityReader reader;

    PreviewForm(ListTypes listTypes, IdentityReader reader) {
        this.listTypes = listTypes;
        this.reader = reader;
    }

    /**
     * @param names by where in the body the subject stands, which is also its id in the trigger: nobody becomes a
     *     subject by a preview
     */
    record Reading(Trigger trigger, Map<String, String> names) {}

    /** What could not be read is null, and the form says why. */
    private record Entry(
            @Nullable PersonRole role, @Nullable String who, String name, boolean responsible) {}

    /**
     * @throws Problem 403 for another department's list type, 422 with all errors
     */
    Reading read(Form form, String department) {
        String code = form.read("listType", IdentityText::code, null);
        ListType listType = code == null ? null : listTypes.find(code);
        if (code != null && listType == null) {
            form.error("listType", ErrorCode.UNKNOWN_CODE);
        }
        if (listType != null && !listType.department().equals(department)) {
            throw Problem.notYours("listType");
        }
        Map<String, String> names = new LinkedHashMap<>();
        ListedSubject subject = subject(form.object("subject"), listType, names);
        List<Entry> persons = form.list("persons", MOST_PERSONS, this::person);
        form.throwIfAny();
        var type = Form.sure(listType);
        var trigger =
                new Trigger(type.listClass(), type.group(), type.code(), Form.sure(subject), behind(persons, names));
        return new Reading(trigger, names);
    }

    private @Nullable ListedSubject subject(Form form, @Nullable ListType listType, Map<String, String> names) {
        SubjectKind kind = form.enumOf("kind", SubjectKind.class);
        if (kind == null) {
            return null;
        }
        if (listType != null && !listType.subjects().contains(kind)) {
            form.error("kind", ErrorCode.UNKNOWN_CODE);
        }
        String name = form.optionalText("name", NAME);
        names.put("subject", name == null ? "" : name);
        if (kind == SubjectKind.PERSON && form.has("id")) {
            form.visibleText("id", ID);
            return new ListedSubject("subject", kind, null, null, List.of());
        }
        return switch (reader.subject(form)) {
            case null -> null;
            case Who.Organisation(var code) -> new ListedSubject("subject", kind, code.text(), name, List.of());
            case Who.Person _ -> new ListedSubject("subject", kind, null, null, List.of());
        };
    }

    private Entry person(Form form) {
        PersonRole role = form.enumOf("role", PersonRole.class);
        String who = who(form);
        String name = form.optionalText("name", NAME);
        boolean responsible = Boolean.TRUE.equals(form.optionalBool("directlyResponsible"));
        return new Entry(role, who, name == null ? "" : name, responsible);
    }

    /** What tells persons apart here: the subject id of collection's answers, or the document. */
    private @Nullable String who(Form form) {
        if (form.has("subject")) {
            return form.visibleText("subject", ID);
        }
        PersonDocument document = reader.document(form);
        return document == null ? null : document.key();
    }

    /** One person in two roles is one subject: that of the first entry. */
    private static List<PersonBehind> behind(List<Entry> persons, Map<String, String> names) {
        Map<String, String> first = new HashMap<>();
        Function<Entry, String> place = entry -> {
            String at = "persons[" + persons.indexOf(entry) + "]";
            String known = first.putIfAbsent(Form.sure(entry.who()), at);
            return known == null ? at : known;
        };
        return persons.stream()
                .map(entry -> {
                    String id = place.apply(entry);
                    names.putIfAbsent(id, entry.name());
                    return new PersonBehind(id, Form.sure(entry.role()), entry.responsible(), List.of());
                })
                .toList();
    }
}
