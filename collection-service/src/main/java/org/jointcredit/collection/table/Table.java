package org.jointcredit.collection.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jointcredit.contract.identity.IdentityText;

/** A file that holds a table; what it is says its content, not its name (domain facts: XLSX, CSV). */
public enum Table {
    CSV {
        @Override
        void read(Source source, Limits limits, Consumer<Line> rows) throws IOException {
            Csv.read(source, rows);
        }
    },
    XLSX {
        @Override
        void read(Source source, Limits limits, Consumer<Line> rows) throws IOException {
            Workbook.read(source, limits, rows);
        }
    };

    private static final int HEAD = 4_096;

    abstract void read(Source source, Limits limits, Consumer<Line> rows) throws IOException;

    /** @throws Unreadable for what is neither, with what to do instead */
    public static Table of(Source source) {
        byte[] head = head(source);
        if (head.length == 0) {
            throw new Unreadable("emptyFile");
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            return XLSX;
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Unreadable("ole2");
        }
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF) || holdsNul(head)) {
            throw new Unreadable("utf16");
        }
        if (isMarkup(head)) {
            throw new Unreadable("markup");
        }
        return CSV;
    }

    /**
     * Reads from the first row to the last; what is empty is told too where the file has it.
     *
     * @throws Unreadable as soon as it is found out
     */
    public void read(Source source, Consumer<Line> rows) {
        try {
            read(source, Limits.HONEST, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] head(Source source) {
        try (InputStream bytes = source.stream()) {
            return bytes.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsNul(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMarkup(byte[] head) {
        String text = new String(head, UTF_8);
        return IdentityText.trim(text).startsWith("<");
    }
}
