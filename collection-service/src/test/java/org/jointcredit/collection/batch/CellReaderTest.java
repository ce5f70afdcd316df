package org.jointcredit.collection.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.jointcredit.collection.batch.CellReader.Value;
import org.jointcredit.collection.catalogue.ColumnKind;
import org.jointcredit.collection.table.Cell;
import org.junit.jupiter.api.Test;

/** Cells are read as what their column holds (interfaces: files; domain facts: text, money, XLSX). */
class CellReaderTest {
    private static String read(ColumnKind kind, Cell cell) {
        return switch (CellReader.read(cell, kind)) {
            case Value.Fine(String text) -> text;
            case Value.Wrong(var code, String hint) ->
                code + " " + hint.replace('\u001F', ' ').strip();
        };
    }

    private static String read(ColumnKind kind, String text) {
        return read(kind, Cell.text(text));
    }

    private static Cell number(String text) {
        return new Cell(Cell.Kind.NUMBER, text);
    }

    @Test
    void datesComeInFiveForms() {
        for (String day : new String[] {
            "2026-01-05",
            "2026/1/5",
            "2026/01/05",
            "20260105",
            "2026年1月5日",
            "２０２６年０１月０５日",
            "\t2026-01-05",
            "'2026/1/5",
            "=\"20260105\"",
            "\u00A02026-01-05\uFEFF"
        }) {
            assertThat(read(ColumnKind.DATE, day)).as(day).isEqualTo("2026-01-05");
        }
        assertThat(read(ColumnKind.DATE, new Cell(Cell.Kind.DATE, "2026-01-05 10:00:00")))
                .isEqualTo("2026-01-05");
        assertThat(read(ColumnKind.DATE, number("20260105"))).isEqualTo("2026-01-05");
        assertThat(read(ColumnKind.DATE, " ")).isEmpty();
    }

    @Test
    void whatIsNoDayIsRefused() {
        for (String day :
                new String[] {"2026-02-30", "2026-1-5", "05/01/2026", "2026.1.5", "46086", "昨天", "2026年1月", "00000000"
                }) {
            assertThat(read(ColumnKind.DATE, day)).as(day).isEqualTo("FORMAT dateInFile");
        }
        assertThat(read(ColumnKind.DATE, number("46086"))).isEqualTo("FORMAT dateInFile");
        assertThat(read(ColumnKind.DATE, new Cell(Cell.Kind.LOST, "60"))).isEqualTo("FORMAT lost");
    }

    @Test
    void aDayBeforeAnybodyCountedIsNone() {
        for (String day : new String[] {"0000-01-01", "0001年1月1日", "1899/12/31", "00000101"}) {
            assertThat(read(ColumnKind.DATE, day)).as(day).isEqualTo("FORMAT dateInFile");
        }
        assertThat(read(ColumnKind.DATE, new Cell(Cell.Kind.DATE, "0000-01-01")))
                .isEqualTo("FORMAT dateInFile");
        assertThat(read(ColumnKind.DATE, "1900-01-01")).isEqualTo("1900-01-01");
    }

    @Test
    void amountsAreTenThousandsOfYuan() {
        assertThat(read(ColumnKind.AMOUNT, "14.85")).isEqualTo("148500");
        assertThat(read(ColumnKind.AMOUNT, "8.300000")).isEqualTo("83000");
        assertThat(read(ColumnKind.AMOUNT, "0.000001")).isEqualTo("0.01");
        assertThat(read(ColumnKind.AMOUNT, "１.５")).isEqualTo("15000");
        assertThat(read(ColumnKind.AMOUNT, "0")).isEqualTo("0");
        assertThat(read(ColumnKind.AMOUNT, number("0.3"))).isEqualTo("3000");
        for (String amount :
                new String[] {"1,000", "1.5万元", "5元", "1E3", "-1", "'-5", "1.0000001", "+1", ".5", "1.", "01", "无"}) {
            assertThat(read(ColumnKind.AMOUNT, amount)).as(amount).isEqualTo("FORMAT amountInFile");
        }
        assertThat(read(ColumnKind.AMOUNT, new Cell(Cell.Kind.DATE, "2026-03-05")))
                .isEqualTo("FORMAT amountInFile");
    }

    @Test
    void codesLoseGuardsAndWidthButNeverDigits() {
        assertThat(read(ColumnKind.CODE, "'９１150403fake000800\u3000")).isEqualTo("91150403FAKE000800");
        assertThat(read(ColumnKind.CODE, "=\"91150403FAKE000800\"")).isEqualTo("91150403FAKE000800");
        assertThat(read(ColumnKind.CODE, "9.11504E+17")).isEqualTo("FORMAT numberInSheet");
        assertThat(read(ColumnKind.CODE, number("150403000001234"))).isEqualTo("FORMAT numberInSheet");
        assertThat(read(ColumnKind.CODE, "91150403\u200BFAKE000800"))
                .isEqualTo("FORMAT character U+200B ZERO WIDTH SPACE");
    }

    @Test
    void numbersOfDocumentsKeepTheirSigns() {
        assertThat(read(ColumnKind.NUMBER, " '元市监罚（2026） 1号 ")).isEqualTo("元市监罚（2026） 1号");
        assertThat(read(ColumnKind.NUMBER, "1.23E+17")).isEqualTo("FORMAT numberInSheet");
        assertThat(read(ColumnKind.NUMBER, number("20260001"))).isEqualTo("FORMAT numberInSheet");
        assertThat(read(ColumnKind.NUMBER, "元\u200D1号")).startsWith("FORMAT character U+200D");
    }

    @Test
    void namesAndProseStayAsTheyAre() {
        assertThat(read(ColumnKind.NAME, "\uFEFF内蒙古（赤峰）商贸 ｅ公司\u00A0")).isEqualTo("内蒙古（赤峰）商贸 ｅ公司");
        assertThat(read(ColumnKind.PROSE, "'=1+1")).as("our own guard").isEqualTo("=1+1");
        assertThat(read(ColumnKind.PROSE, "'引文'")).isEqualTo("'引文'");
        assertThat(read(ColumnKind.PROSE, number("5"))).isEqualTo("5");
        assertThat(read(ColumnKind.PROSE, new Cell(Cell.Kind.LOST, "#REF!"))).isEqualTo("FORMAT lost");
        assertThat(read(ColumnKind.DIGITS, number("0"))).isEqualTo("0");
    }
}
