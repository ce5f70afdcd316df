package org.jointcredit.collection.listing;

import org.jointcredit.collection.subject.Party;
import org.jointcredit.contract.event.PersonRole;
import org.jspecify.annotations.Nullable;

/**
 * A person behind a listed organisation in one role; who has two roles stands here twice (P4.2).
 *
 * @param ownEarnings true: of 16 or 17 and of full capacity, because it lives on them (A2)
 */
public record ListedPerson(
        Party who,
        PersonRole role,
        boolean directlyResponsible,
        @Nullable Boolean ownEarnings) {

    /** Whether being listed as this one reaches no further than being listed as the other. */
    boolean isWithin(ListedPerson other) {
        return who.id().equals(other.who().id())
                && role == other.role()
                && (other.directlyResponsible() || !directlyResponsible);
    }
}
