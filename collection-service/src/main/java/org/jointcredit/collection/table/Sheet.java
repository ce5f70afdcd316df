package org.jointcredit.collection.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, as a spreadsheet shows them. Nothing is computed. */
final class Sheet {
    /** What Excel keeps and shows of a number. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    private static final int LONGEST_NUMBER = 400;
    private static final LocalDate DAY_ZERO_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_DAY = new BigDecimal(2_958_466);
    /** Excel believes that 1900 had a 29 February. */
    private static final int NO_SUCH_DAY = 60;

    private static final BigDecimal SECONDS_A_DAY = new BigDecimal(86_400);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Xml xml;
    private final Limits limits;
    private final SharedTexts texts;
    private final Styles styles;
    private final boolean from1904;
    private long cellsRead;

    Sheet(Xml xml, Limits limits, SharedTexts texts, Styles styles, boolean from1904) {
        this.xml = xml;
        this.limits = limits;
        this.texts = texts;
        this.styles = styles;
        this.from1904 = from1904;
    }

    void read(Consumer<Line> rows) throws XMLStreamException {
        int place = 0;
        while (xml.nextElement()) {
            if (xml.name().equals("row")) {
                int next = xml.number("r", place + 1);
                if (next <= place || next > Limits.ROWS) {
                    throw new Unreadable("workbookBroken");
                }
                place = next;
                boolean hidden = xml.isTrue("hidden");
                rows.accept(new Line(place, cells(), hidden));
            }
        }
    }

    private List<Cell> cells() throws XMLStreamException {
        List<Cell> cells = new ArrayList<>();
        int column = 0;
        while (xml.nextWithin("row")) {
            if (xml.name().equals("c")) {
                String address = xml.attribute("r");
                column = address == null ? column : column(address);
                if (column < cells.size() || column >= Limits.COLUMNS || ++cellsRead > limits.cells()) {
                    throw new Unreadable(cellsRead > limits.cells() ? "tooMuch" : "workbookBroken");
                }
                Cell cell = cell();
                if (!cell.isBlank()) {
                    while (cells.size() < column) {
                        cells.add(Cell.EMPTY);
                    }
                    cells.add(cell);
                }
                column++;
            }
        }
        return cells;
    }

    private static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length() && i < 4; i++) {
            char c = address.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        return column - 1;
    }

    private Cell cell() throws XMLStreamException {
        String type = xml.attribute("t");
        int style = xml.number("s", 0);
        String value = null;
        StringBuilder inline = null;
        boolean formula = false;
        while (xml.nextWithin("c")) {
            switch (xml.name()) {
                case "v" -> {
                    var text = new StringBuilder();
                    xml.appendText(text, limits.cell());
                    value = text.toString();
                }
                case "f" -> {
                    formula = true;
                    xml.appendText(new StringBuilder(), limits.cell());
                }
                case "is" -> {
                    inline = new StringBuilder();
                    xml.appendRuns("is", inline, limits.cell());
                }
                default -> {}
            }
        }
        if (inline != null) {
            return Cell.text(unescaped(inline.toString()));
        }
        if (value == null || (value.isBlank() && !"str".equals(type))) { // libraries write an empty value, not none
            return formula ? lost("") : Cell.EMPTY;
        }
        return switch (type == null ? "n" : type) {
            case "s" -> Cell.text(unescaped(texts.get(Xml.number(value))));
            case "str", "inlineStr" -> Cell.text(unescaped(value));
            case "b" -> Cell.text(value.strip().equals("1") ? "TRUE" : "FALSE");
            case "d" -> moment(value.strip());
            case "n" -> number(value.strip(), styles.showsDate(style));
            default -> lost(value);
        };
    }

    private static Cell lost(String text) {
        return new Cell(Cell.Kind.LOST, text);
    }

    private Cell number(String text, boolean date) {
        if (text.isEmpty()) {
            return Cell.EMPTY;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.precision() - number.scale()) > LONGEST_NUMBER
                    || number.precision() > LONGEST_NUMBER) {
                return lost("");
            }
            return date ? day(number) : new Cell(Cell.Kind.NUMBER, shown(number));
        } catch (NumberFormatException _) {
            return lost("");
        }
    }

    private static String shown(BigDecimal number) {
        return number.round(SHOWN).stripTrailingZeros().toPlainString();
    }

    private Cell day(BigDecimal serial) {
        if (serial.signum() < 0 || serial.compareTo(LAST_DAY) >= 0) {
            return lost(shown(serial));
        }
        long seconds =
                serial.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        int days = (int) (seconds / 86_400);
        LocalDate day;
        if (from1904) {
            day = DAY_ZERO_1904.plusDays(days);
        } else if (days == 0 || days == NO_SUCH_DAY) {
            return lost(shown(serial));
        } else {
            day = DAY_ZERO_1900.plusDays(days < NO_SUCH_DAY ? days + 1 : days);
        }
        return date(day.atTime(LocalTime.ofSecondOfDay(seconds % 86_400)));
    }

    private static Cell moment(String iso) {
        LocalDateTime moment = parsed(iso);
        return moment == null ? lost("") : date(moment);
    }

    private static @Nullable LocalDateTime parsed(String iso) {
        try {
            if (!iso.contains("T")) {
                return LocalDate.parse(iso).atStartOfDay();
            }
            return iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(iso).toLocalDateTime()
                    : LocalDateTime.parse(iso);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static Cell date(LocalDateTime moment) {
        String text = moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : MOMENT.format(moment);
        return new Cell(Cell.Kind.DATE, text);
    }

    /** Characters that XML cannot hold are written {@code _x000D_}. */
    private static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
