package org.jointcredit.collection.subject;

import org.jointcredit.contract.identity.PersonDocument;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.form.IdentityReader;
import org.jointcredit.platform.form.IdentityReader.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads whom a body names: {@code {kind, code | idNumber, documentKind?, name}}, and persons likewise (C4). */
@Component
public final class IdentityForm {
    private static final int NAME = 200;

    private final IdentityReader reader;

    public IdentityForm(IdentityReader reader) {
        this.reader = reader;
    }

    /** A subject of either kind; null where it cannot be told who is meant, and the form says why. */
    public @Nullable Identity subject(Form form) {
        Who who = reader.subject(form);
        String name = form.text("name", NAME);
        if (who == null || name.isEmpty()) {
            return null;
        }
        return switch (who) {
            case Who.Organisation(var code) -> new Identity.Organisation(code.text(), name);
            case Who.Person(PersonDocument document) -> new Identity.Person(document, name);
        };
    }

    public Identity.@Nullable Person person(Form form) {
        PersonDocument document = reader.document(form);
        String name = form.text("name", NAME);
        return document == null || name.isEmpty() ? null : new Identity.Person(document, name);
    }
}
