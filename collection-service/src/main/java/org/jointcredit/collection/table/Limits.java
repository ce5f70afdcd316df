package org.jointcredit.collection.table;

/**
 * Against bombs: absolute, because honest files have large style sheets and compress a hundredfold.
 *
 * @param inflated bytes of all parts that are read
 * @param cells of the sheet
 * @param cell UTF-16 units of one cell
 * @param sharedTexts bytes of the texts that cells point to, which are kept in memory
 */
record Limits(long inflated, long cells, int cell, int sharedTexts) {
    static final Limits HONEST = new Limits(3L << 30, 40_000_000, 100_000, 96 << 20);

    /** Of one part that describes others: styles, relations. */
    static final int DESCRIBING = 32 << 20;

    /** What a spreadsheet has at most. */
    static final int ROWS = 1_048_576;

    static final int COLUMNS = 16_384;
}
