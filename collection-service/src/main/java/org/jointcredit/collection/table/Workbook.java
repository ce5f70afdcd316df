package org.jointcredit.collection.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * XLSX, transitional and strict, whoever wrote it. Read by hand, because which sheet and rows are hidden, what a number
 * shows, what a formula gave and how much may be inflated is ours to judge.
 */
final class Workbook {
    private static final String RELATIONS = "_rels/";

    private final Parts parts;

    private Workbook(Parts parts) {
        this.parts = parts;
    }

    /** A sheet as the workbook names it. */
    private record Named(String relation, boolean visible) {}

    /**
     * @param type last part of its address, which strict and transitional files share
     * @param target path from the root of the file
     */
    private record Relation(String type, String target) {}

    static void read(Source source, Limits limits, Consumer<Line> rows) {
        try (ZipFile zip =
                ZipFile.builder().setSeekableByteChannel(source.open()).get()) {
            new Workbook(new Parts(zip, limits)).read(rows);
        } catch (IOException _) { // not of the source, which is in memory or fails otherwise
            throw new Unreadable("workbookBroken");
        }
    }

    private void read(Consumer<Line> rows) throws IOException {
        String path = relations("").values().stream()
                .filter(relation -> relation.type().equals("officeDocument"))
                .map(Relation::target)
                .findFirst()
                .filter(parts::has)
                .orElseThrow(() -> new Unreadable("noWorkbook"));
        Map<String, Relation> relations = relations(path);
        List<Named> sheets = new ArrayList<>();
        boolean[] from1904 = {false};
        parts.describing(path, xml -> {
            switch (xml.name()) {
                case "workbookPr" -> from1904[0] = xml.isTrue("date1904");
                case "sheet" -> sheets.add(new Named(xml.relation(), isVisible(xml.attribute("state"))));
                default -> {}
            }
        });
        String sheet = sheets.stream()
                .filter(Named::visible)
                .map(named -> relations.get(named.relation()))
                .filter(relation -> relation != null && relation.type().equals("worksheet"))
                .map(Relation::target)
                .findFirst()
                .filter(parts::has)
                .orElseThrow(() -> new Unreadable("noSheet"));
        var styles = new Styles();
        String stylesPath = target(relations, "styles");
        if (stylesPath != null) {
            parts.describing(stylesPath, styles::read);
        }
        String textsPath = target(relations, "sharedStrings");
        SharedTexts texts = textsPath == null ? SharedTexts.NONE : parts.sharedTexts(textsPath);
        parts.sheet(sheet, xml -> new Sheet(xml, parts.limits(), texts, styles, from1904[0]).read(rows));
    }

    private static boolean isVisible(@Nullable String state) {
        return state == null || state.equals("visible");
    }

    private @Nullable String target(Map<String, Relation> relations, String type) {
        return relations.values().stream()
                .filter(relation -> relation.type().equals(type))
                .map(Relation::target)
                .filter(parts::has)
                .findFirst()
                .orElse(null);
    }

    private Map<String, Relation> relations(String of) throws IOException {
        int slash = of.lastIndexOf('/') + 1;
        String folder = of.substring(0, slash);
        String path = folder + RELATIONS + of.substring(slash) + ".rels";
        Map<String, Relation> relations = new HashMap<>();
        if (parts.has(path)) {
            parts.describing(path, xml -> {
                if (xml.name().equals("Relationship")) {
                    String type = xml.text("Type");
                    relations.put(
                            xml.text("Id"),
                            new Relation(
                                    type.substring(type.lastIndexOf('/') + 1), absolute(folder, xml.text("Target"))));
                }
            });
        }
        return relations;
    }

    private static String absolute(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        List<String> path = new ArrayList<>();
        for (String step : (folder + target).split("/")) {
            if (step.equals("..") && !path.isEmpty()) {
                path.removeLast();
            } else if (!step.equals(".")) {
                path.add(step);
            }
        }
        return String.join("/", path);
    }

    /** What reads one part. */
    interface Reading {
        void read(Xml xml) throws XMLStreamException;
    }
}
