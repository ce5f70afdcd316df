package org.jointcredit.sanction.check;

import java.util.List;
import org.jointcredit.contract.event.IndexEntry;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.contract.identity.PersonDocument;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.form.IdentityReader;
import org.jointcredit.platform.form.IdentityReader.Who;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.Role;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.sanction.action.SubjectKeys;
import org.jointcredit.sanction.measure.Measures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads {@code {subject, scene, item, stage, by?}}. A subject that cannot be identified is an error, never "no hit". */
@Component
final class CheckForm {

    private static final int NAME = 200;
    private static final int ITEM = 64;
    private static final int OFFICER = 100;

    private final Measures measures;
    private final IndexKeys keys;
    private final IdentityReader reader;
    private final BusinessClock clock;

    CheckForm(Measures measures, IndexKeys keys, IdentityReader reader, BusinessClock clock) {
        this.measures = measures;
        this.keys = keys;
        this.reader = reader;
        this.clock = clock;
    }

    /** Null where something is wrong, and the form says what. */
    @Nullable
    Asked read(Form form, Caller caller) {
        Form subject = form.object("subject");
        Who who = reader.subject(subject);
        SubjectKind kind = subject.optionalEnumOf("kind", SubjectKind.class);
        String name = subject.optionalText("name", NAME);
        String scene = form.read("scene", IdentityText::code, null);
        if (scene != null && !isScene(scene)) {
            form.error("scene", ErrorCode.UNKNOWN_CODE);
        }
        String item = form.visibleText("item", ITEM);
        namesNobody(form, "item", item);
        CheckStage stage = form.enumOf("stage", CheckStage.class);
        String by = officer(form, kind, caller);
        if (!form.errors().isEmpty()) {
            return null;
        }
        List<IndexEntry> index = index(Form.sure(who));
        return new Asked(
                Form.sure(kind),
                subjectKeys(Form.sure(who), index),
                index.stream().map(IndexEntry::mac).toList(),
                name,
                Form.sure(scene),
                item,
                Form.sure(stage),
                by);
    }

    /** Who looks at a person is named (A20). */
    private static @Nullable String officer(Form form, @Nullable SubjectKind kind, Caller caller) {
        if (!caller.has(Role.SYSTEM)) {
            return caller.displayName();
        }
        String by = kind == SubjectKind.PERSON ? form.text("by", OFFICER) : form.optionalText("by", OFFICER);
        namesNobody(form, "by", by);
        return by;
    }

    /** No log holds a person's number (X4). */
    static void namesNobody(Form form, String field, @Nullable String text) {
        if (text != null && Masking.holdsIdNumber(text)) {
            form.error(field, ErrorCode.FORMAT);
        }
    }

    private boolean isScene(String scene) {
        return measures.inForce(clock.today()).entries().stream()
                .anyMatch(measure -> measure.scenes().contains(scene));
    }

    private List<IndexEntry> index(Who who) {
        return switch (who) {
            case Who.Organisation _ -> List.of();
            case Who.Person(PersonDocument document) -> keys.of(document.key());
        };
    }

    private static List<String> subjectKeys(Who who, List<IndexEntry> index) {
        return who instanceof Who.Organisation(var code)
                ? SubjectKeys.ofOrganisation(code.text())
                : SubjectKeys.ofPerson(index);
    }
}
