package org.jointcredit.collection.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointcredit.collection.table.Bytes.parts;
import static org.jointcredit.collection.table.Bytes.refusal;
import static org.jointcredit.collection.table.Bytes.zip;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** XLSX as a spreadsheet shows it (domain facts: XLSX). */
class WorkbookTest {
    private static List<String> row(Map<String, String> parts) {
        return Bytes.read(zip(parts)).getFirst().cells().stream()
                .map(cell -> cell.kind() + " " + cell.text())
                .toList();
    }

    private static List<String> row(String cells) {
        return row(parts("<row r='1'>" + cells + "</row>"));
    }

    private static String dated(int format, String value) {
        return dated("", format, value);
    }

    private static String dated(String properties, int format, String value) {
        Map<String, String> parts = parts("<row><c s='1'><v>" + value + "</v></c></row>");
        parts.put(
                "xl/styles.xml",
                Bytes.styles(
                        "<numFmt numFmtId='170' formatCode='[$-804]yyyy\"年\"m\"月\"'/>"
                                + "<numFmt numFmtId='171' formatCode='#,##0.00\"元 d\"_);[Red]0'/>",
                        0,
                        format));
        parts.put("xl/workbook.xml", Bytes.workbook(properties, "<sheet name='S' sheetId='1' r:id='r1'/>"));
        return row(parts).getFirst();
    }

    @Test
    void textsStandInCellsOrAreShared() {
        Map<String, String> parts = parts("<row><c t='inlineStr'><is><t>a</t></is></c><c t='s'><v>1</v></c>"
                + "<c t='str'><f>A1</f><v>b_x000D_c</v></c><c t='inlineStr'><is><r><t>d</t></r><rPh><t>dd</t></rPh>"
                + "<r><t xml:space='preserve'> e</t></r></is></c></row>");
        parts.put("xl/sharedStrings.xml", "<sst><si><t>x</t></si><si><r><t>甲</t></r><r><t>乙</t></r></si></sst>");

        assertThat(row(parts)).containsExactly("TEXT a", "TEXT 甲乙", "TEXT b\rc", "TEXT d e");
    }

    @Test
    void numbersAreReadToFifteenDigitsAsTheyAreShown() {
        assertThat(row("<c><v>0.30000000000000004</v></c><c><v>1.23E+17</v></c><c><v>8.3</v></c>"
                        + "<c><v>911504030000000123</v></c><c><v>1E999999999</v></c>"))
                .containsExactly(
                        "NUMBER 0.3", "NUMBER 123000000000000000", "NUMBER 8.3", "NUMBER 911504030000000000", "LOST ");
    }

    @Test
    void daysAreCellsShownAsSuchInAnyOfTheirFormats() {
        for (int format : new int[] {14, 15, 16, 17, 22, 27, 31, 36, 45, 47, 50, 57, 58, 170}) {
            assertThat(dated(format, "46086")).as("format " + format).isEqualTo("DATE 2026-03-05");
        }
        for (int format : new int[] {0, 1, 2, 9, 11, 23, 37, 44, 48, 49, 59, 171}) {
            assertThat(dated(format, "46086")).as("format " + format).isEqualTo("NUMBER 46086");
        }
        assertThat(dated(22, "46086.5")).isEqualTo("DATE 2026-03-05 12:00:00");
        assertThat(dated(14, "1")).isEqualTo("DATE 1900-01-01");
        assertThat(dated(14, "59")).isEqualTo("DATE 1900-02-28");
        assertThat(dated(14, "60")).as("29 February 1900").startsWith("LOST");
        assertThat(dated(14, "61")).isEqualTo("DATE 1900-03-01");
        assertThat(dated(14, "-1")).startsWith("LOST");
        assertThat(dated("<workbookPr date1904='1'/>", 14, "44624")).isEqualTo("DATE 2026-03-05");
        assertThat(row("<c t='d'><v>2026-03-05</v></c><c t='d'><v>2026-03-05T10:00:00Z</v></c>"))
                .containsExactly("DATE 2026-03-05", "DATE 2026-03-05 10:00:00");
        assertThat(row("<c t='d'><v>1850-03-05</v></c><c t='d'><v>0000-01-01</v></c>"))
                .allMatch(cell -> cell.startsWith("LOST"));
        assertThat(dated("<workbookPr date1904='1'/>", 14, "2958465")).startsWith("LOST");
    }

    @Test
    void formulasGiveTheirCachedValueAndNothingIsComputed() {
        assertThat(row("<c><f>1+1</f><v>2</v></c><c><f>1+1</f></c><c t='e'><v>#REF!</v></c><c t='b'><v>1</v></c>"))
                .containsExactly("NUMBER 2", "LOST ", "LOST #REF!", "TEXT TRUE");
        assertThat(row("<c><f>1+1</f><v></v></c><c><f>1+1</f><v/></c><c t='str'><f>\"\"</f><v></v></c><c><v/></c>"
                        + "<c t='b'><f>A1</f><v/></c><c><v>1</v></c>"))
                .as("a library that computes nothing writes an empty value")
                .containsExactly("LOST ", "LOST ", "TEXT ", "TEXT ", "LOST ", "NUMBER 1");
    }

    @Test
    void theFirstVisibleSheetIsRead() {
        Map<String, String> parts = parts("<row><c><v>1</v></c></row>");
        parts.put("xl/worksheets/sheet2.xml", Bytes.sheet("<row><c><v>2</v></c></row>"));
        parts.put(
                "xl/workbook.xml",
                Bytes.workbook(
                        "",
                        "<sheet name='A' sheetId='1' state='veryHidden' r:id='r1'/><sheet name='B' sheetId='2'"
                                + " r:id='r2'/>"));

        assertThat(row(parts)).containsExactly("NUMBER 2");
    }

    @Test
    void strictWorkbooksDifferInTheirNamespacesOnly() {
        Map<String, String> parts = parts("<row><c t='inlineStr'><is><t>a</t></is></c></row>");
        parts.replaceAll((_, part) -> part.replace(
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships"));

        assertThat(row(parts)).containsExactly("TEXT a");
    }

    @Test
    void hiddenRowsAreDataAndEmptyOnesKeepTheirPlace() {
        List<Line> lines = Bytes.read(Bytes.workbook("<row r='1'><c r='B1'><v>1</v></c></row>"
                + "<row r='4' hidden='1'><c r='A4'><v>2</v></c></row><row r='5'><c r='A5' s='3'/></row>"));

        assertThat(lines).extracting(Line::place).containsExactly(1, 4, 5);
        assertThat(lines).extracting(Line::hidden).containsExactly(false, true, false);
        assertThat(lines).extracting(Line::isBlank).containsExactly(false, false, true);
        assertThat(lines.getFirst().cells()).hasSize(2);
    }

    @Test
    void bombsAreStoppedByAbsoluteLimits() {
        byte[] workbook = Bytes.workbook(
                "<row><c t='inlineStr'><is><t>" + "长".repeat(500) + "</t></is></c><c><v>1</v></c></row>");
        var source = Bytes.source(workbook);

        assertThatThrownBy(() -> Workbook.read(source, new Limits(1_000, 9, 999, 9), _ -> {}))
                .isInstanceOf(Unreadable.class)
                .hasMessage("tooMuch");
        assertThatThrownBy(() -> Workbook.read(source, new Limits(100_000, 1, 999, 9), _ -> {}))
                .hasMessage("tooMuch");
        assertThatThrownBy(() -> Workbook.read(source, new Limits(100_000, 9, 99, 9), _ -> {}))
                .hasMessage("cellTooLong");
    }

    @Test
    void aLargeSheetMayHoldAnyNumberOfAmpersands() {
        String cell = "<row><c t='inlineStr'><is><t>" + "甲&amp;乙".repeat(1_000) + "</t></is></c></row>";

        assertThat(Bytes.read(Bytes.workbook(cell.repeat(200)))).hasSize(200);
    }

    @Test
    void whatDeclaresEntitiesOrIsDamagedIsRefused() {
        Map<String, String> parts = parts("");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet><sheetData><row><c"
                        + " t='str'><v>&a;</v></c></row></sheetData></worksheet>");
        assertThat(refusal(zip(parts))).isEqualTo("workbookBroken");
        assertThat(refusal(Bytes.workbook("<row><c t='s'><v>7</v></c></row>"))).isEqualTo("workbookBroken");
        assertThat(refusal(Bytes.workbook("<row><c><v>7</c></row>"))).isEqualTo("workbookBroken");
    }
}
