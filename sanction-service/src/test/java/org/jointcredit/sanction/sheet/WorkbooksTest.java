package org.jointcredit.sanction.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jointcredit.contract.event.NoticeFlag;
import org.jointcredit.platform.web.ErrorTexts;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** Lists as workbooks: nothing in them is a formula, and who gets only a part is told. */
class WorkbooksTest {

    private final Workbooks workbooks = new Workbooks(new ErrorTexts());

    @Test
    void aTextThatLooksLikeAFormulaIsNone() throws Exception {
        String sheet = sheet(workbook(
                Locale.ENGLISH, book -> book.sheet("overdue", new String[] {"notice"}, rows -> rows.row("=1+1"))));
        assertThat(sheet).contains("'=1+1", "Notice");
    }

    @Test
    void columnsAreNamedInTheCallersLanguage() throws Exception {
        assertThat(sheet(workbook(
                        Locale.SIMPLIFIED_CHINESE,
                        book -> book.sheet("overdue", new String[] {"owes"}, rows -> rows.row("x")))))
                .contains("应办事项");
    }

    @Test
    void flagsAreWrittenInTheCallersLanguage() throws Exception {
        assertThat(sheet(workbook(
                        Locale.SIMPLIFIED_CHINESE,
                        book -> book.sheet(
                                "notices",
                                new String[] {"flags"},
                                rows -> rows.row(book.words(Set.of(NoticeFlag.AFTER_END, NoticeFlag.LATE)))))))
                .contains("逾期 结束后上报");
    }

    @Test
    void aSheetEndsAfterFiftyThousandRowsAndSaysSo() throws Exception {
        String sheet = sheet(workbook(
                Locale.ENGLISH,
                book -> book.sheet("overdue", new String[] {"notice"}, rows -> {
                    for (int i = 0; i < 50_010; i++) {
                        rows.row("n" + i);
                    }
                })));
        assertThat(sheet).contains("n49999", "Only the first 50,000 rows").doesNotContain("n50000", "n50001");
    }

    private byte[] workbook(Locale language, java.util.function.Consumer<Workbooks.Book> content) {
        var response = new MockHttpServletResponse();
        workbooks.answer(response, "test", language, content);
        assertThat(response.getContentType()).isEqualTo(Workbooks.TYPE);
        assertThat(response.getHeader("Content-Disposition")).contains("test.xlsx");
        return response.getContentAsByteArray();
    }

    /** The texts of the first sheet. */
    private static String sheet(byte[] workbook) throws Exception {
        Path file = Files.write(Files.createTempFile("workbook", ".xlsx"), workbook);
        try (var zip = new ZipFile(file.toFile())) {
            var sheet = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")));
            assertThat(sheet.getElementsByTagName("f").getLength())
                    .as("formulas")
                    .isZero();
            return sheet.getDocumentElement().getTextContent();
        } finally {
            Files.delete(file);
        }
    }
}
