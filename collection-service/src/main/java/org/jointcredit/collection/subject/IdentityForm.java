package org.jointcredit.collection.subject;

import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.DocumentKind;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.identity.PersonDocument;
import org.jointcredit.contract.identity.Read;
import org.jointcredit.contract.identity.UnifiedCode;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads whom a body names: {@code {kind, code | idNumber, documentKind?, name}}, and persons likewise (C4). */
@Component
public final class IdentityForm {
    private static final int NAME = 200;

    private final BusinessClock clock;
    private final boolean demo;

    /** @param demo whether numbers of region 999999, which does not exist, are taken */
    public IdentityForm(BusinessClock clock, @Value("${jointcredit.demo:false}") boolean demo) {
        this.clock = clock;
        this.demo = demo;
    }

    /** A subject of either kind; null where it cannot be told who is meant, and the form says why. */
    public @Nullable Identity subject(Form form) {
        return switch (form.enumOf("kind", SubjectKind.class)) {
            case null -> {
                sayWhatElseIsWrong(form);
                yield null;
            }
            case ORGANISATION -> {
                if (form.has("idNumber")) {
                    form.error("idNumber", ErrorCode.CODE_NOT_ALLOWED);
                }
                yield organisation(form);
            }
            case PERSON -> {
                if (form.has("code")) {
                    form.error("code", ErrorCode.CODE_NOT_ALLOWED);
                }
                yield person(form);
            }
        };
    }

    public Identity.@Nullable Person person(Form form) {
        PersonDocument document = document(form);
        String name = form.text("name", NAME);
        return document == null || name.isEmpty() ? null : new Identity.Person(document, name);
    }

    private Identity.@Nullable Organisation organisation(Form form) {
        UnifiedCode code = form.read("code", this::readCode, "GB 32100-2015");
        String name = form.text("name", NAME);
        return code == null || name.isEmpty() ? null : new Identity.Organisation(code.text(), name);
    }

    /** An organisation's code that may be left out. */
    public @Nullable String optionalCode(Form form, String field) {
        UnifiedCode code = form.optionalRead(field, this::readCode, "GB 32100-2015");
        return code == null ? null : code.text();
    }

    /** A code that has been read elsewhere: what is odd about it is said already. */
    public @Nullable String sameCode(Form form, String field) {
        return form.optionalRead(field, text -> readCode(text).then(code -> Read.good(code.text())), "GB 32100-2015");
    }

    /** Whether this is the code of an organisation. */
    public Read<UnifiedCode> readCode(String text) {
        return UnifiedCode.read(text, clock.today(), demo);
    }

    /** A person's document that may be left out. */
    public @Nullable PersonDocument optionalDocument(Form form, String kindField, String numberField) {
        DocumentKind named = form.optionalRead(kindField, DocumentKind::read, null);
        if (form.isUnread(kindField)) {
            form.optionalRead(numberField, IdentityText::code, null);
            return null;
        }
        DocumentKind kind = named == null ? DocumentKind.CITIZEN : named;
        String basis = kind.equals(DocumentKind.CITIZEN) ? "GB 11643-1999" : null;
        return form.optionalRead(numberField, text -> kind.readNumber(text, clock.today(), demo), basis);
    }

    private @Nullable PersonDocument document(Form form) {
        PersonDocument document = optionalDocument(form, "documentKind", "idNumber");
        if (document == null) {
            form.read("idNumber", IdentityText::code, null);
        }
        return document;
    }

    private void sayWhatElseIsWrong(Form withoutKind) {
        if (withoutKind.has("code")) {
            organisation(withoutKind);
        } else if (withoutKind.has("idNumber")) {
            person(withoutKind);
        } else {
            withoutKind.text("name", NAME);
        }
    }
}
