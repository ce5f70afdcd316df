package org.jointcredit.collection.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, as a spreadsheet shows them. Nothing is computed. */
final class Sheet {
    /** What Excel keeps and shows of a number. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    private static final int LONGEST_NUMBER = 400;

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
            return Cell.text(Escapes.taken(inline.toString()));
        }
        if (value == null || (value.isBlank() && !"str".equals(type))) { // libraries write an empty value, not none
            return formula ? lost("") : Cell.EMPTY;
        }
        return switch (type == null ? "n" : type) {
            case "s" -> Cell.text(Escapes.taken(texts.get(Xml.number(value))));
            case "str", "inlineStr" -> Cell.text(Escapes.taken(value));
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
        LocalDateTime moment = DayNumbers.moment(serial, from1904);
        return moment == null ? lost(shown(serial)) : date(moment);
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

    /** No spreadsheet shows a day before 1900, or one of five digits. */
    private static Cell date(LocalDateTime moment) {
        return moment.getYear() < 1900 || moment.getYear() > 9999 ? lost(moment.toString()) : Cell.date(moment);
    }
}
