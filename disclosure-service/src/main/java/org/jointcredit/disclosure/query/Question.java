package org.jointcredit.disclosure.query;

import org.jointcredit.contract.identity.DocumentKind;
import org.jointcredit.contract.identity.PersonDocument;
import org.jspecify.annotations.Nullable;

/** How a row of a batch keeps, sealed, who is asked about. */
record Question(
        @Nullable String code,
        @Nullable DocumentKind documentKind,
        @Nullable String number,
        @Nullable String name) {
    static Question of(Sought sought) {
        return switch (sought) {
            case Sought.Organisation(String code, String name) -> new Question(code, null, null, name);
            case Sought.Person(PersonDocument document, String name) ->
                new Question(null, document.kind(), document.number(), name);
        };
    }

    Sought sought() {
        if (code != null) {
            return new Sought.Organisation(code, name);
        }
        if (documentKind == null || number == null) {
            throw new IllegalStateException("a question about nobody");
        }
        return new Sought.Person(new PersonDocument(documentKind, number), name);
    }

    /** Not its number, wherever it is shown. */
    @Override
    public String toString() {
        return "Question";
    }
}
