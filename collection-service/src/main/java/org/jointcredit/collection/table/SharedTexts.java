package org.jointcredit.collection.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The texts that cells point to, kept as bytes: a million of them take their length, not that of objects. */
final class SharedTexts {
    static final SharedTexts NONE = new SharedTexts(Limits.HONEST);

    private static final int PAGE = 1 << 20;

    private final Limits limits;
    private final List<byte[]> pages = new ArrayList<>();
    private int[] ends = new int[1024];
    private int count;
    private int length;

    SharedTexts(Limits limits) {
        this.limits = limits;
    }

    void read(Xml xml) throws XMLStreamException {
        while (xml.nextElement()) {
            if (xml.name().equals("si")) {
                var text = new StringBuilder();
                xml.appendRuns("si", text, limits.cell());
                add(text.toString());
            }
        }
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        if ((long) length + bytes.length > limits.sharedTexts()) {
            throw new Unreadable("tooMuch");
        }
        int done = 0;
        while (done < bytes.length) {
            int at = length % PAGE;
            if (at == 0) {
                pages.add(new byte[PAGE]);
            }
            int part = Math.min(bytes.length - done, PAGE - at);
            System.arraycopy(bytes, done, pages.getLast(), at, part);
            done += part;
            length += part;
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        ends[count++] = length;
    }

    String get(int index) {
        if (index < 0 || index >= count) {
            throw new Unreadable("workbookBroken");
        }
        int from = index == 0 ? 0 : ends[index - 1];
        byte[] bytes = new byte[ends[index] - from];
        int done = 0;
        while (done < bytes.length) {
            int at = (from + done) % PAGE;
            int part = Math.min(bytes.length - done, PAGE - at);
            System.arraycopy(pages.get((from + done) / PAGE), at, bytes, done, part);
            done += part;
        }
        return new String(bytes, UTF_8);
    }
}
