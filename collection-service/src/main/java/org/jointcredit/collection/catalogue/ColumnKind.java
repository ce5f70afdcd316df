package org.jointcredit.collection.catalogue;

/** What a column holds, and so how its cells are read. */
public enum ColumnKind {
    /** one line, kept as registered */
    NAME,
    PROSE,
    /** identifies: a spreadsheet that makes a number of it has lost something */
    CODE,
    /** of a document: as a code, but its signs are kept as written */
    NUMBER,
    SORT,
    KINDS,
    DATE,
    /** 万元 */
    AMOUNT,
    /** a short whole number that loses nothing as a number: state, region */
    DIGITS,
    STAMP
}
