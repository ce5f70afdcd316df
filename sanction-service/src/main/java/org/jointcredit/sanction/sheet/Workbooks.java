package org.jointcredit.sanction.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.ErrorTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers with a workbook, in the caller's language, written row by row: no table lies whole in memory. */
@Component
public final class Workbooks {

    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** Of one sheet; more is nobody's reading, and is said to be cut. */
    public static final int MOST_ROWS = 50_000;

    private static final int ROWS_AT_ONCE = 1_000;
    private static final int WIDTH = 18;

    private final ErrorTexts texts;

    Workbooks(ErrorTexts texts) {
        this.texts = texts;
    }

    /**
     * @param name of the file, without its ending
     * @param content writes the sheets; what can fail is looked up before
     */
    public void answer(HttpServletResponse response, String name, Locale language, Consumer<Book> content) {
        response.setContentType(TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + ".xlsx").build().toString());
        try (var workbook = new Workbook(response.getOutputStream(), "Joint Credit", "1.0")) {
            content.accept(new Book(workbook, language));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A workbook while it is written, sheet after sheet. */
    public final class Book {
        private final Workbook workbook;
        private final Locale language;

        private Book(Workbook workbook, Locale language) {
            this.workbook = workbook;
            this.language = language;
        }

        /**
         * @param name of the sheet, key {@code sheet.<name>} of the bundles
         * @param columns keys {@code column.<name>}
         * @param rows writes them
         */
        public void sheet(String name, String[] columns, Consumer<Sheet> rows) {
            Worksheet worksheet = workbook.newWorksheet(text("sheet." + name));
            var sheet = new Sheet(worksheet);
            for (int column = 0; column < columns.length; column++) {
                worksheet.inlineString(0, column, text("column." + columns[column]));
                worksheet.width(column, WIDTH);
            }
            worksheet.range(0, 0, 0, columns.length - 1).style().bold().set();
            worksheet.freezePane(0, 1);
            rows.accept(sheet);
            try {
                worksheet.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The name of a column, where it stands in a row. */
        public String label(String column) {
            return text("column." + column);
        }

        /** What names of states are called. */
        public String words(Collection<? extends Enum<?>> names) {
            return names.stream().sorted().map(this::word).collect(Collectors.joining(" "));
        }

        private String word(Enum<?> name) {
            return text(name.getDeclaringClass().getSimpleName() + '.' + name);
        }

        private String text(String key) {
            return texts.text(key, language);
        }

        /** One sheet's rows. */
        public final class Sheet {
            private final Worksheet worksheet;
            private int row;

            private Sheet(Worksheet worksheet) {
                this.worksheet = worksheet;
            }

            /** @param cells texts, names of states, numbers, days and moments; null: empty */
            public void row(@Nullable Object... cells) {
                if (row > MOST_ROWS) {
                    return;
                }
                row++;
                if (row > MOST_ROWS) {
                    worksheet.inlineString(row, 0, texts.text("sheet.cut", language, MOST_ROWS));
                    return;
                }
                for (int column = 0; column < cells.length; column++) {
                    write(column, cells[column]);
                }
                if (row % ROWS_AT_ONCE == 0) {
                    flush();
                }
            }

            private void write(int column, @Nullable Object value) {
                switch (value) {
                    case null -> {}
                    case Boolean yes -> worksheet.inlineString(row, column, text(yes ? "yes" : "no"));
                    case Number number -> worksheet.value(row, column, number);
                    case LocalDate day -> {
                        worksheet.value(row, column, day);
                        worksheet.style(row, column).format("yyyy-mm-dd").set();
                    }
                    case Instant moment -> {
                        worksheet.value(
                                row, column, moment.atZone(BusinessClock.ZONE).toLocalDateTime());
                        worksheet
                                .style(row, column)
                                .format("yyyy-mm-dd hh:mm:ss")
                                .set();
                    }
                    case Enum<?> name -> worksheet.inlineString(row, column, word(name));
                    default -> worksheet.inlineString(row, column, harmless(value.toString()));
                }
            }

            private void flush() {
                try {
                    worksheet.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** No spreadsheet takes it for a formula, nor does one that the text is pasted into. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
