package org.jointcredit.disclosure.query;

import org.jointcredit.contract.identity.PersonDocument;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.form.IdentityReader;
import org.jointcredit.platform.form.IdentityReader.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads {@code {kind, code | idNumber, documentKind?, name?}}. */
@Component
final class SoughtForm {
    private static final int NAME = 200;

    private final IdentityReader reader;

    SoughtForm(IdentityReader reader) {
        this.reader = reader;
    }

    /** Null where it cannot be told who is meant, and the form says why. */
    @Nullable
    Sought read(Form form) {
        Who who = reader.subject(form);
        String name = form.optionalText("name", NAME);
        return switch (who) {
            case null -> null;
            case Who.Organisation(var code) -> new Sought.Organisation(code.text(), name);
            case Who.Person(PersonDocument document) -> new Sought.Person(document, name);
        };
    }
}
