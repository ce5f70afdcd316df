package org.jointcredit.collection.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.collection.table.Bytes.read;
import static org.jointcredit.collection.table.Bytes.refusal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CSV as of RFC 4180, in the encodings that departments have (domain facts: CSV). */
class CsvTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static List<String> texts(Line line) {
        return line.cells().stream().map(Cell::text).toList();
    }

    @Test
    void utf8WithAndWithoutMarkAndGb18030AreFoundOut() {
        String text = "名称,内容\n䶮𠮷商行,警告\n";
        for (byte[] bytes :
                List.of(text.getBytes(UTF_8), ("\uFEFF" + text).getBytes(UTF_8), text.getBytes(GB18030))) {
            assertThat(read(bytes)).extracting(CsvTest::texts).containsExactly(List.of("名称", "内容"), List.of("䶮𠮷商行", "警告"));
        }
    }

    @Test
    void quotesHoldCommasLinesAndQuotes() {
        assertThat(read("a,\"b,\r\n\"\"c\"\"\"\r\nd,\n".getBytes(UTF_8)))
                .extracting(CsvTest::texts)
                .containsExactly(List.of("a", "b,\r\n\"c\""), List.of("d", ""));
    }

    @Test
    void rowsWithoutContentKeepTheirPlace() {
        List<Line> lines = read("a,b\n\n,\nc,d".getBytes(UTF_8));

        assertThat(lines).extracting(Line::place).containsExactly(1, 2, 3, 4);
        assertThat(lines).extracting(Line::isBlank).containsExactly(false, true, true, false);
    }

    @Test
    void aByteThatFitsNeitherEncodingRefusesTheFileWithRowAndColumn() {
        assertThat(refusal(broken("a,b\n\"x\ny\",名", 0xFF, "\n"))).isEqualTo("encoding 2 2");
        assertThat(refusal(broken("名,b\n", 0x80, ",名\n"))).isEqualTo("encoding 2 1");
        assertThat(refusal("a,b\nc,\uFFFD\n".getBytes(UTF_8))).as("lost before").isEqualTo("encoding 2 2");
    }

    private static byte[] broken(String before, int wrong, String after) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(before.getBytes(UTF_8));
        bytes.write(wrong);
        bytes.writeBytes(after.getBytes(UTF_8));
        return bytes.toByteArray();
    }

    @Test
    void aQuotationThatNeverEndsDoesNotSwallowTheRest() {
        assertThat(refusal("a,b\nc,\"d\ne,f\ng,h\n".getBytes(UTF_8))).isEqualTo("openQuote 2");
        assertThat(refusal("a,b\nc,\"d\"e\n".getBytes(UTF_8))).isEqualTo("csvBroken 2");
    }

    @Test
    void whatWeGuardedComesBackUnchanged() {
        for (String text : List.of("=1+1", "+86", "-5", "@x", "'=1", "''-", "\t=1", "plain", "'quoted", "")) {
            String put = Guard.put(text);
            assertThat(put).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("-").doesNotStartWith("@");
            assertThat(Guard.taken(put)).isEqualTo(text);
        }
    }
}
