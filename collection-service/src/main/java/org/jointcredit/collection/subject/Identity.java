package org.jointcredit.collection.subject;

import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.PersonDocument;

/** Who a subject is said to be (C4): found by code or number; the name alone identifies nobody. */
public sealed interface Identity {
    String name();

    SubjectKind kind();

    /** Kind and number in one text: equal for the same subject, whatever its name. */
    String key();

    /** @param code valid unified code */
    record Organisation(String code, String name) implements Identity {
        @Override
        public SubjectKind kind() {
            return SubjectKind.ORGANISATION;
        }

        @Override
        public String key() {
            return code;
        }
    }

    /** Shows its number masked only. */
    record Person(PersonDocument document, String name) implements Identity {
        @Override
        public SubjectKind kind() {
            return SubjectKind.PERSON;
        }

        @Override
        public String key() {
            return document.key();
        }
    }
}
