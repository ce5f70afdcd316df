package org.jointcredit.collection.batch;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointcredit.collection.catalogue.ColumnKind;
import org.jointcredit.collection.table.Cell;
import org.jointcredit.collection.table.Guard;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.identity.Read;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.platform.web.ErrorTexts;

/** Reads cells as what their column holds; what a spreadsheet has made of them is refused, never guessed. */
final class CellReader {
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]+[.][0-9]+E[+-]?[0-9]+|[0-9]+E[+-][0-9]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");
    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,11})([.][0-9]{1,6})?");
    private static final int FIRST_YEAR = 1900;
    private static final BigDecimal YUAN = new BigDecimal(10_000);
    private static final Pattern COMPACT_DAY = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern BETWEEN_KINDS = Pattern.compile("[\\s\\p{Z}]*([;；,，、])[\\s\\p{Z}]*");
    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})"
            + "|([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})"
            + "|([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日"
            + "|" + COMPACT_DAY);

    private CellReader() {}

    /** What a cell says. */
    sealed interface Value {
        /** @param text in the form of a record; empty: nothing */
        record Fine(String text) implements Value {}

        /** @param hint which sentence of its code (see {@link ErrorTexts#hint}) */
        record Wrong(ErrorCode code, String hint) implements Value {}
    }

    static Value read(Cell written, ColumnKind kind) {
        Cell cell = written.kind() == Cell.Kind.TEXT ? Cell.text(Guard.taken(written.text())) : written;
        if (cell.kind() == Cell.Kind.LOST) {
            return wrong("lost");
        }
        return switch (kind) {
            case NAME, PROSE, STAMP -> new Value.Fine(IdentityText.trim(cell.text()));
            case SORT -> code(cell.text());
            case KINDS -> code(BETWEEN_KINDS.matcher(cell.text()).replaceAll("$1"));
            case CODE -> cell.kind() == Cell.Kind.TEXT ? identifying(cell.text()) : wrong("numberInSheet");
            case NUMBER -> cell.kind() == Cell.Kind.TEXT ? number(cell.text()) : wrong("numberInSheet");
            case DIGITS -> digits(cell);
            case DATE -> date(cell);
            case AMOUNT -> amount(cell);
        };
    }

    private static Value wrong(String variant, String... arguments) {
        return new Value.Wrong(ErrorCode.FORMAT, ErrorTexts.hint(variant, arguments));
    }

    private static Value code(String text) {
        return switch (IdentityText.code(text)) {
            case Read.Good<String>(String code, var _) -> new Value.Fine(code);
            case Read.Bad<String>(ErrorCode code, var _) when code == ErrorCode.REQUIRED -> new Value.Fine("");
            case Read.Bad<String>(var _, String hint) -> wrong("character", hint == null ? "" : hint);
        };
    }

    private static Value identifying(String text) {
        return code(text) instanceof Value.Fine(String code)
                        && SCIENTIFIC.matcher(code).matches()
                ? wrong("numberInSheet")
                : code(text);
    }

    /** Spaces inside of a document's number are a matter of taste. */
    private static Value number(String text) {
        String bare = Guard.of(text);
        return switch (identifying(bare.replace(" ", "").replace("\u3000", ""))) {
            case Value.Fine(String code) when !code.isEmpty() -> new Value.Fine(IdentityText.trim(bare));
            case Value other -> other;
        };
    }

    private static Value digits(Cell cell) {
        return cell.kind() == Cell.Kind.TEXT || DIGITS.matcher(cell.text()).matches()
                ? code(cell.text())
                : wrong("numberInSheet");
    }

    private static Value date(Cell cell) {
        if (cell.kind() == Cell.Kind.DATE) {
            return day(LocalDate.parse(cell.text().substring(0, 10)));
        }
        if (!(code(cell.text()) instanceof Value.Fine(String text))) {
            return code(cell.text());
        }
        if (text.isEmpty()) {
            return new Value.Fine("");
        }
        Matcher form = (cell.kind() == Cell.Kind.NUMBER ? COMPACT_DAY : DAY).matcher(text);
        if (!form.matches()) {
            return wrong("dateInFile");
        }
        int first = 1;
        while (form.group(first) == null) {
            first += 3;
        }
        try {
            return day(LocalDate.of(part(form, first), part(form, first + 1), part(form, first + 2)));
        } catch (DateTimeException _) {
            return wrong("dateInFile");
        }
    }

    private static Value day(LocalDate day) {
        return day.getYear() < FIRST_YEAR ? wrong("dateInFile") : new Value.Fine(day.toString());
    }

    private static int part(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    private static Value amount(Cell cell) {
        if (cell.kind() == Cell.Kind.DATE) {
            return wrong("amountInFile");
        }
        if (!(code(cell.text()) instanceof Value.Fine(String text))) {
            return code(cell.text());
        }
        if (text.isEmpty()) {
            return new Value.Fine("");
        }
        return AMOUNT.matcher(text).matches() ? new Value.Fine(yuan(text)) : wrong("amountInFile");
    }

    private static String yuan(String tenThousands) {
        BigDecimal yuan = new BigDecimal(tenThousands).multiply(YUAN).stripTrailingZeros();
        return yuan.setScale(Math.max(yuan.scale(), 0)).toPlainString();
    }
}
