package org.jointcredit.collection.table;

import org.jointcredit.contract.identity.IdentityText;

/**
 * What stands in a cell.
 *
 * @param text of a {@link Kind#NUMBER} plain decimal digits as a spreadsheet shows them, of a {@link Kind#DATE}
 *     {@code yyyy-MM-dd}, with {@code HH:mm:ss} behind it unless it is midnight; of the others as written
 */
public record Cell(Kind kind, String text) {
    public enum Kind {
        TEXT,
        /** a spreadsheet holds it as a number: leading zeros and what is beyond 15 digits are gone */
        NUMBER,
        /** a day, or a moment, of a cell shown as such */
        DATE,
        /** an error, a formula without a result, a day that there is not */
        LOST
    }

    public static final Cell EMPTY = text("");

    public static Cell text(String text) {
        return new Cell(Kind.TEXT, text);
    }

    /** Whether there is anything to see in it. */
    public boolean isBlank() {
        return kind == Kind.TEXT && IdentityText.isBlank(text);
    }
}
