package org.jointcredit.disclosure.query;

import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.DocumentKind;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.identity.PersonDocument;
import org.jointcredit.contract.identity.UnifiedCode;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads {@code {kind, code | idNumber, documentKind?, name?}}. */
@Component
final class SoughtForm {
    private static final int NAME = 200;

    private final BusinessClock clock;
    private final boolean demo;

    /** @param demo whether numbers of region 999999, which does not exist, are taken */
    SoughtForm(BusinessClock clock, @Value("${jointcredit.demo:false}") boolean demo) {
        this.clock = clock;
        this.demo = demo;
    }

    /** Null where it cannot be told who is meant, and the form says why. */
    @Nullable
    Sought read(Form form) {
        return switch (form.enumOf("kind", SubjectKind.class)) {
            case null -> {
                form.optionalText("name", NAME);
                yield null;
            }
            case ORGANISATION -> {
                if (form.has("idNumber")) {
                    form.error("idNumber", ErrorCode.CODE_NOT_ALLOWED);
                }
                UnifiedCode code =
                        form.read("code", text -> UnifiedCode.read(text, clock.today(), demo), "GB 32100-2015");
                String name = form.optionalText("name", NAME);
                yield code == null ? null : new Sought.Organisation(code.text(), name);
            }
            case PERSON -> {
                if (form.has("code")) {
                    form.error("code", ErrorCode.CODE_NOT_ALLOWED);
                }
                PersonDocument document = document(form);
                String name = form.optionalText("name", NAME);
                yield document == null ? null : new Sought.Person(document, name);
            }
        };
    }

    private @Nullable PersonDocument document(Form form) {
        int errors = form.errors().size();
        DocumentKind named = form.optionalRead("documentKind", DocumentKind::read, null);
        if (form.errors().size() > errors) {
            form.read("idNumber", IdentityText::code, null);
            return null;
        }
        DocumentKind kind = named == null ? DocumentKind.CITIZEN : named;
        String basis = kind.equals(DocumentKind.CITIZEN) ? "GB 11643-1999" : null;
        return form.read("idNumber", text -> kind.readNumber(text, clock.today(), demo), basis);
    }
}
