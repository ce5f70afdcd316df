package org.jointcredit.collection.listing;

/** The four groups of severe dishonesty (P4.1); rules refer to them. */
public enum ListGroup {
    LIFE_AND_HEALTH,
    MARKET_ORDER,
    LEGAL_DUTIES,
    DEFENCE
}
