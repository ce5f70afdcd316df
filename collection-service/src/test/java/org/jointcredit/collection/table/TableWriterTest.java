package org.jointcredit.collection.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jointcredit.collection.table.Cell.Kind;
import org.junit.jupiter.api.Test;

/** What we write comes back as it was, so that a correction file goes back in as it is (interfaces: files). */
class TableWriterTest {
    private static List<Cell> throughAWorkbook(List<Cell> cells) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (TableWriter table = TableWriter.xlsx(bytes)) {
            table.row(cells);
        }
        return Bytes.read(bytes.toByteArray()).getFirst().cells().stream()
                .map(cell -> cell.kind() == Kind.TEXT ? Cell.text(Guard.taken(cell.text())) : cell)
                .toList();
    }

    @Test
    void cellsOfAWorkbookKeepTheirKind() throws IOException {
        List<Cell> cells = List.of(
                new Cell(Kind.NUMBER, "123000000000000000"),
                new Cell(Kind.NUMBER, "0.000001"),
                new Cell(Kind.DATE, "1900-01-01"),
                new Cell(Kind.DATE, "1900-02-28"),
                new Cell(Kind.DATE, "1900-03-01 00:00:01"),
                new Cell(Kind.DATE, "2026-03-05 10:00:00"),
                new Cell(Kind.DATE, "9999-12-31 23:59:59"),
                Cell.text("=1+1"),
                Cell.text("'@甲"),
                Cell.text("甲\r\n\t<乙> & _x0041_ \u000B"),
                Cell.text("#N/A"));

        assertThat(throughAWorkbook(cells)).isEqualTo(cells);
    }

    @Test
    void anySecondOfAnyDayComesBack() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<Cell> moments = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            moments.add(Cell.date(LocalDate.of(1900, 1, 1)
                    .plusDays(random.nextInt(2_900_000))
                    .atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)))));
        }

        assertThat(throughAWorkbook(moments)).as("seed %d", seed).isEqualTo(moments);
    }

    @Test
    void whatWasLostStaysLost() throws IOException {
        for (String lost : List.of("", "#N/A", "#REF!", "60", "<f>")) {
            assertThat(throughAWorkbook(List.of(new Cell(Kind.LOST, lost), Cell.text("after it"))))
                    .as(lost)
                    .extracting(Cell::kind)
                    .containsExactly(Kind.LOST, Kind.TEXT);
        }
    }
}
