package org.jointcredit.platform.form;

import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.DocumentKind;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.identity.PersonDocument;
import org.jointcredit.contract.identity.Read;
import org.jointcredit.contract.identity.UnifiedCode;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Reads who is meant: `{kind, code | idNumber, documentKind?}` (C4). A name identifies nobody and is read elsewhere.
public final class IdentityReader {
    private static final String CODES = "GB 32100-2015";
    private static final String CITIZENS = "GB 11643-1999";

    private final BusinessClock clock;
    private final boolean demo;

    /// @param demo whether numbers of region 999999, which does not exist, are taken
    public IdentityReader(BusinessClock clock, boolean demo) {
        this.clock = clock;
        this.demo = demo;
    }

    /// Who is meant.
    public sealed interface Who {
        SubjectKind kind();

        record Organisation(UnifiedCode code) implements Who {
            @Override
            public SubjectKind kind() {
                return SubjectKind.ORGANISATION;
            }
        }

        /// Shows its number masked only.
        record Person(PersonDocument document) implements Who {
            @Override
            public SubjectKind kind() {
                return SubjectKind.PERSON;
            }
        }
    }

    /// A subject of either kind; null where it cannot be told who is meant, and the form says why.
    public @Nullable Who subject(Form form) {
        return switch (form.enumOf("kind", SubjectKind.class)) {
            case null -> {
                sayWhatElseIsWrong(form);
                yield null;
            }
            case ORGANISATION -> {
                notAllowed(form, "idNumber");
                UnifiedCode code = form.read("code", this::readCode, CODES);
                yield code == null ? null : new Who.Organisation(code);
            }
            case PERSON -> {
                notAllowed(form, "code");
                PersonDocument document = document(form);
                yield document == null ? null : new Who.Person(document);
            }
        };
    }

    private static void notAllowed(Form form, String field) {
        if (form.has(field)) {
            form.error(field, ErrorCode.CODE_NOT_ALLOWED);
        }
    }

    private void sayWhatElseIsWrong(Form withoutKind) {
        if (withoutKind.has("code")) {
            withoutKind.read("code", this::readCode, CODES);
        } else if (withoutKind.has("idNumber")) {
            document(withoutKind);
        }
    }

    /// A person's document.
    public @Nullable PersonDocument document(Form form) {
        PersonDocument document = optionalDocument(form, "documentKind", "idNumber");
        if (document == null) {
            form.read("idNumber", IdentityText::code, null);
        }
        return document;
    }

    /// One that may be left out. Of a number whose kind is not known nothing more is said.
    public @Nullable PersonDocument optionalDocument(Form form, String kindField, String numberField) {
        DocumentKind named = form.optionalRead(kindField, DocumentKind::read, null);
        if (form.isUnread(kindField)) {
            form.optionalRead(numberField, IdentityText::code, null);
            return null;
        }
        DocumentKind kind = named == null ? DocumentKind.CITIZEN : named;
        String basis = kind.equals(DocumentKind.CITIZEN) ? CITIZENS : null;
        return form.optionalRead(numberField, text -> kind.readNumber(text, clock.today(), demo), basis);
    }

    /// An organisation's code that may be left out.
    public @Nullable String optionalCode(Form form, String field) {
        UnifiedCode code = form.optionalRead(field, this::readCode, CODES);
        return code == null ? null : code.text();
    }

    /// A code that has been read elsewhere: what is odd about it is said already.
    public @Nullable String sameCode(Form form, String field) {
        return form.optionalRead(field, text -> readCode(text).then(code -> Read.good(code.text())), CODES);
    }

    public Read<UnifiedCode> readCode(String text) {
        return UnifiedCode.read(text, clock.today(), demo);
    }
}
