package org.jointcredit.objection.objection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** O1: what a piece of evidence is, its content says, and its name must not say otherwise. */
class FileKindTest {
    private static final String MAIN = "<Override ContentType=\"%s.main+xml\"/>";

    @Test
    void theContentSaysWhatAFileIs() throws IOException {
        assertThat(FileKind.of("%PDF-1.7\n".getBytes(UTF_8))).contains(FileKind.PDF);
        assertThat(FileKind.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0}))
                .contains(FileKind.PNG);
        assertThat(FileKind.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}))
                .contains(FileKind.JPEG);
        assertThat(FileKind.of(office(MAIN.formatted(FileKind.DOCX.mediaType()))))
                .contains(FileKind.DOCX);
        assertThat(FileKind.of(office(MAIN.formatted(FileKind.XLSX.mediaType()))))
                .contains(FileKind.XLSX);
        assertThat(FileKind.of("处罚决定已经撤销。\r\n".getBytes(UTF_8))).contains(FileKind.TEXT);
        assertThat(FileKind.of("处罚决定已经撤销。".getBytes(Charset.forName("GB18030"))))
                .contains(FileKind.TEXT);
    }

    @Test
    void programsArchivesDocumentsWithMacrosAndNothingAtAllAreNoEvidence() throws IOException {
        assertThat(FileKind.of(new byte[] {'M', 'Z', 0, 3, 0, 0})).isEmpty();
        assertThat(FileKind.of(office("<Types/>"))).isEmpty();
        assertThat(FileKind.of(office(MAIN.formatted("application/vnd.ms-word.document.macroEnabled"))))
                .isEmpty();
        assertThat(FileKind.of(new byte[] {'P', 'K', 3, 4, 9, 9})).isEmpty();
        assertThat(FileKind.of(new byte[0])).isEmpty();
    }

    @Test
    void aNameMustNotPromiseSomethingElse() {
        assertThat(FileKind.PDF.fits("决定书.PDF")).isTrue();
        assertThat(FileKind.PDF.fits("决定书")).isTrue();
        assertThat(FileKind.PDF.fits("决定书.png")).isFalse();
        assertThat(FileKind.PDF.fits("决定书.pdf.exe")).isFalse();
        assertThat(FileKind.JPEG.fits("照片.jpeg")).isTrue();
    }

    private static byte[] office(String types) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("docProps/app.xml"));
            zip.write("<Properties/>".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(types.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
