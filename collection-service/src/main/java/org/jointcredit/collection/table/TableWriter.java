package org.jointcredit.collection.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a table row by row; what a spreadsheet would take for a formula is guarded. */
public abstract sealed class TableWriter implements AutoCloseable {
    private TableWriter() {}

    /** UTF-8 with the mark that spreadsheets want. */
    public static TableWriter csv(OutputStream to) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(to, UTF_8));
        text.write('\uFEFF');
        return new Csv(CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text));
    }

    public static TableWriter xlsx(OutputStream to) {
        var workbook = new Workbook(to, "Joint Credit", "1.0");
        return new Xlsx(workbook, workbook.newWorksheet("Sheet1"));
    }

    public abstract void row(List<Cell> cells);

    @Override
    public abstract void close() throws IOException;

    private static final class Csv extends TableWriter {
        private final CsvWriter writer;

        private Csv(CsvWriter writer) {
            this.writer = writer;
        }

        @Override
        public void row(List<Cell> cells) {
            writer.writeRecord(
                    cells.stream().map(cell -> Guard.put(cell.text())).toList());
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    private static final class Xlsx extends TableWriter {
        private static final int ROWS_AT_ONCE = 1_000;
        private static final String DAY = "yyyy-mm-dd";
        private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";
        private static final Set<String> ERRORS =
                Set.of("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A");

        private final Workbook workbook;
        private final Worksheet sheet;
        private int rows;

        private Xlsx(Workbook workbook, Worksheet sheet) {
            this.workbook = workbook;
            this.sheet = sheet;
        }

        @Override
        public void row(List<Cell> cells) {
            for (int column = 0; column < cells.size(); column++) {
                write(cells.get(column), column);
            }
            rows++;
            if (rows % ROWS_AT_ONCE == 0) {
                flush();
            }
        }

        /** It stays what it was, so that what was wrong with it is, and nothing else becomes so. */
        private void write(Cell cell, int column) {
            switch (cell.kind()) {
                case NUMBER -> sheet.value(rows, column, new BigDecimal(cell.text()));
                case DATE -> {
                    LocalDateTime moment = cell.moment();
                    sheet.value(rows, column, DayNumbers.of(moment));
                    sheet.style(rows, column)
                            .format(moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : MOMENT)
                            .set();
                }
                case LOST -> sheet.formula(rows, column, ERRORS.contains(cell.text()) ? cell.text() : "NA()");
                case TEXT -> {
                    if (!cell.text().isEmpty()) {
                        sheet.inlineString(rows, column, Escapes.put(Guard.put(cell.text())));
                    }
                }
            }
        }

        private void flush() {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
            workbook.close();
        }
    }
}
