package org.jointcredit.collection.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Files in memory, workbooks part by part. */
public final class Bytes {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private Bytes() {}

    public static Source source(byte[] bytes) {
        return () -> new SeekableInMemoryByteChannel(bytes);
    }

    public static List<Line> read(byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        Source source = source(bytes);
        Table.of(source).read(source, lines::add);
        return lines;
    }

    /** What must be said of a file that is refused. */
    static String refusal(byte[] bytes) {
        try {
            return "read: " + read(bytes);
        } catch (Unreadable e) {
            return (e.reason() + " " + String.join(" ", e.details())).strip();
        }
    }

    /** A workbook whose parts can be replaced before it is packed. */
    static Map<String, String> parts(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("_rels/.rels", relations("<Relationship Id='a' Type='%s/officeDocument' Target='xl/workbook.xml'/>"
                .formatted(RELATIONS)));
        parts.put("xl/workbook.xml", workbook("", "<sheet name='S' sheetId='1' r:id='r1'/>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations(("<Relationship Id='r1' Type='%1$s/worksheet' Target='worksheets/sheet1.xml'/>"
                                + "<Relationship Id='r2' Type='%1$s/worksheet' Target='/xl/worksheets/sheet2.xml'/>"
                                + "<Relationship Id='r3' Type='%1$s/styles' Target='styles.xml'/>"
                                + "<Relationship Id='r4' Type='%1$s/sharedStrings' Target='sharedStrings.xml'/>")
                        .formatted(RELATIONS)));
        parts.put("xl/worksheets/sheet1.xml", sheet(rows));
        return parts;
    }

    static String workbook(String properties, String sheets) {
        return "<workbook xmlns='%s' xmlns:r='%s'>%s<sheets>%s</sheets></workbook>"
                .formatted(MAIN, RELATIONS, properties, sheets);
    }

    static String sheet(String rows) {
        return "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows);
    }

    /** @param cells style of the cells 0, 1, 2 …: number of a format */
    static String styles(String formats, int... cells) {
        var xfs = new StringBuilder();
        for (int format : cells) {
            xfs.append("<xf numFmtId='").append(format).append("'/>");
        }
        return ("<styleSheet xmlns='%s'><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                        + "<cellXfs>%s</cellXfs></styleSheet>")
                .formatted(MAIN, formats, xfs);
    }

    static String relations(String relations) {
        return "<Relationships xmlns='%s'>%s</Relationships>".formatted(PACKAGE, relations);
    }

    static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] workbook(String rows) {
        return zip(parts(rows));
    }
}
