package org.jointcredit.collection.catalogue;

/** 披露类别 (A17): who may read the records of an item. */
public enum DisclosureClass {
    PUBLIC,
    CLOSED,
    /** public where the record says where it was lawfully published (A17(1)) */
    WHEN_PUBLISHED
}
