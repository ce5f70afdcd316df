package org.jointcredit.collection.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** CSV as of RFC 4180. Its encoding is judged on the whole file, strictly: nothing is replaced, nothing guessed. */
final class Csv {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BUFFER = 1 << 16;

    private Csv() {}

    static void read(Source source, Consumer<Line> rows) throws IOException {
        Charset charset = charset(source);
        int place = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(1 << 22)
                .ofCsvRecord(withoutMark(new InputStreamReader(source.stream(), charset)))) {
            for (CsvRecord read : csv) {
                place++;
                if (place == 1) {
                    refuseOtherSeparators(read);
                }
                rows.accept(new Line(
                        place, read.getFields().stream().map(Cell::text).toList(), false));
            }
        } catch (CsvParseException _) { // its message may quote the file
            throw new Unreadable("csvBroken", place + 1);
        }
    }

    private static Reader withoutMark(InputStreamReader text) throws IOException {
        var reader = new PushbackReader(text, 1);
        int first = reader.read();
        if (first >= 0 && first != '\uFEFF') {
            reader.unread(first);
        }
        return reader;
    }

    private static void refuseOtherSeparators(CsvRecord heading) {
        String first = heading.getField(0);
        if (heading.getFieldCount() == 1 && first.chars().anyMatch(c -> ";\t|；，".indexOf(c) >= 0)) {
            throw new Unreadable("separator");
        }
    }

    private static Charset charset(Source source) throws IOException {
        Reading utf8 = decode(source, UTF_8);
        if (utf8.brokenAt() == null) {
            return closed(utf8, UTF_8);
        }
        Reading gb18030 = decode(source, GB18030);
        if (gb18030.brokenAt() == null) {
            return closed(gb18030, GB18030);
        }
        CsvPlace broken = gb18030.bytes() > utf8.bytes() ? gb18030.brokenAt() : utf8.brokenAt();
        throw new Unreadable("encoding", broken.row(), broken.column());
    }

    private static Charset closed(Reading reading, Charset charset) {
        if (reading.openQuote() > 0) {
            throw new Unreadable("openQuote", reading.openQuote());
        }
        return charset;
    }

    /**
     * @param bytes that could be read
     * @param brokenAt where the first one stands that could not; null: all could
     * @param openQuote row in which a quotation begins that never ends; 0: none
     */
    private record Reading(long bytes, @Nullable CsvPlace brokenAt, int openQuote) {}

    private static Reading decode(Source source, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        var place = new CsvPlace();
        long read = 0;
        try (InputStream in = source.stream()) {
            boolean end = false;
            while (!end) {
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = count < 0;
                bytes.position(bytes.position() + Math.max(count, 0)).flip();
                int before = bytes.position();
                CoderResult result = decoder.decode(bytes, chars, end);
                read += bytes.position() - before;
                if (!place.follow(chars.flip()) || result.isError()) {
                    return new Reading(read, place, 0);
                }
                chars.clear();
                bytes.compact();
            }
        }
        return new Reading(read, null, place.openQuote());
    }
}
