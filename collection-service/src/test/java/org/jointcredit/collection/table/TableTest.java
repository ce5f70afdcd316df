package org.jointcredit.collection.table;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.collection.table.Bytes.refusal;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a file is says its content, not its name (domain facts: XLSX, CSV). */
class TableTest {
    @Test
    void aWorkbookAndATextWithCommasAreTaken() {
        assertThat(Table.of(Bytes.source(Bytes.workbook("")))).isEqualTo(Table.XLSX);
        assertThat(Table.of(Bytes.source("a,b\n".getBytes(UTF_8)))).isEqualTo(Table.CSV);
    }

    @Test
    void whatIsNeitherIsRefusedWithAdvice() {
        assertThat(refusal(new byte[0])).isEqualTo("emptyFile");
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2})).isEqualTo("ole2");
        assertThat(refusal("\uFEFFcf_wsh,cf_sy".getBytes(UTF_16LE))).isEqualTo("utf16");
        assertThat(refusal("cf_wsh,cf_sy".getBytes(UTF_16LE))).isEqualTo("utf16");
        assertThat(refusal(" \n<html><table>".getBytes(UTF_8))).isEqualTo("markup");
        assertThat(refusal("cf_wsh;cf_sy\n1;2\n".getBytes(UTF_8))).isEqualTo("separator");
        assertThat(refusal("cf_wsh\tcf_sy\n1\t2\n".getBytes(UTF_8))).isEqualTo("separator");
        assertThat(refusal(Bytes.zip(Map.of("word/document.xml", "<a/>")))).isEqualTo("noWorkbook");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 5, 6, 7})).isEqualTo("workbookBroken");
    }
}
