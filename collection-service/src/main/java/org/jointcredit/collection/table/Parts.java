package org.jointcredit.collection.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The parts of a workbook by their paths, and how much of them has been inflated. */
final class Parts {
    private final ZipFile zip;
    private final Limits limits;
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
    private long inflated;

    Parts(ZipFile zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
        zip.getEntries().asIterator().forEachRemaining(entry -> {
            if (entries.put(key(entry.getName()), entry) != null) {
                throw new Unreadable("workbookBroken");
            }
        });
    }

    /** Paths are compared without differences of case, and some write them with the other slash. */
    private static String key(String path) {
        return path.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    Limits limits() {
        return limits;
    }

    boolean has(String path) {
        return entries.containsKey(key(path));
    }

    /** Tells each element of a part that describes others. */
    void describing(String path, Workbook.Reading element) throws IOException {
        read(path, Limits.DESCRIBING, xml -> {
            while (xml.nextElement()) {
                element.read(xml);
            }
        });
    }

    SharedTexts sharedTexts(String path) throws IOException {
        var texts = new SharedTexts(limits);
        read(path, limits.inflated(), texts::read);
        return texts;
    }

    void sheet(String path, Workbook.Reading reading) throws IOException {
        read(path, limits.inflated(), reading);
    }

    private void read(String path, long most, Workbook.Reading reading) throws IOException {
        ZipArchiveEntry entry = entries.get(key(path));
        if (entry == null || !zip.canReadEntryData(entry)) {
            throw new Unreadable("workbookBroken");
        }
        try (InputStream bytes = new Counted(zip.getInputStream(entry), most)) {
            reading.read(Xml.of(bytes));
        } catch (XMLStreamException _) {
            throw new Unreadable("workbookBroken"); // its message may quote the file
        }
    }

    /** Stops a bomb while it goes off. */
    private final class Counted extends FilterInputStream {
        private long left;

        private Counted(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int more) {
            left -= more;
            inflated += more;
            if (left < 0 || inflated > limits.inflated()) {
                throw new Unreadable("tooMuch");
            }
        }
    }
}
