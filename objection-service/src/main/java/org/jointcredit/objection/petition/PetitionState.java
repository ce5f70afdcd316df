package org.jointcredit.objection.petition;

/** How far a petition is. */
enum PetitionState {
    RECEIVED,
    DECIDED
}
