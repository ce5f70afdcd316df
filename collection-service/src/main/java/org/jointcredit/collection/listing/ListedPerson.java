package org.jointcredit.collection.listing;

import org.jointcredit.collection.subject.Party;
import org.jointcredit.contract.event.PersonRole;

/** A person behind a listed organisation in one role; who has two roles stands here twice (P4.2). */
public record ListedPerson(Party who, PersonRole role, boolean directlyResponsible) {

    /** Whether being listed as this one reaches no further than being listed as the other. */
    boolean isWithin(ListedPerson other) {
        return who.id().equals(other.who().id())
                && role == other.role()
                && (other.directlyResponsible() || !directlyResponsible);
    }
}
