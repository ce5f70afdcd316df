package org.jointcredit.sanction.action;

import org.jointcredit.contract.event.Legal;

/** The one function that says what a notice is worth, from the facts that its action keeps. */
final class LegalState {

    private LegalState() {}

    /**
     * @param reached whether the listing still reaches the notice's subject with a measure that is not repealed (S1)
     * @param held whether any hold is on (S5)
     */
    static Legal of(ListingState listing, boolean reached, boolean held) {
        return switch (listing) {
            case REVOKED -> Legal.RECALLED;
            case ENDED -> Legal.ENDED;
            case IN_FORCE -> !reached ? Legal.ENDED : held ? Legal.SUSPENDED : Legal.IN_FORCE;
        };
    }
}
