package org.jointcredit.collection.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
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

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    public static final Cell EMPTY = text("");

    public static Cell text(String text) {
        return new Cell(Kind.TEXT, text);
    }

    static Cell date(LocalDateTime moment) {
        return new Cell(
                Kind.DATE,
                moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? moment.toLocalDate().toString()
                        : MOMENT.format(moment));
    }

    /** Of a {@link Kind#DATE}. */
    LocalDateTime moment() {
        return text.contains(" ")
                ? LocalDateTime.parse(text, MOMENT)
                : LocalDate.parse(text).atStartOfDay();
    }

    /** Whether there is anything to see in it. */
    public boolean isBlank() {
        return kind == Kind.TEXT && IdentityText.isBlank(text);
    }
}
