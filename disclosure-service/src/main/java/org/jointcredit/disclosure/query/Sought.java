package org.jointcredit.disclosure.query;

import org.jointcredit.contract.identity.PersonDocument;
import org.jspecify.annotations.Nullable;

/** Who is asked about: found by code or number; a name never finds and never excludes anybody (C4). */
sealed interface Sought {
    /** As the asker calls it. */
    @Nullable
    String name();

    record Organisation(String code, @Nullable String name) implements Sought {}

    /** Shows its number masked only. */
    record Person(PersonDocument document, @Nullable String name) implements Sought {}
}
