package org.jointcredit.collection.batch;

import java.util.List;
import java.util.Set;
import org.jointcredit.collection.catalogue.FileLayout;
import org.jointcredit.collection.table.Line;
import org.jointcredit.collection.table.Source;
import org.jointcredit.collection.table.Table;
import org.jspecify.annotations.Nullable;

/** Reads a file once to its end before anything of it is taken in, so that what is wrong with it as a whole is known. */
final class FileCheck {
    /** So far down names of columns are looked for. */
    private static final int SEARCHED = 50;

    private final List<FileLayout> layouts;
    private @Nullable Line first;
    private @Nullable Heading heading;
    private Set<String> known = Set.of();
    private int rows;
    private int hidden;

    private FileCheck(List<FileLayout> layouts) {
        this.layouts = layouts;
    }

    /** What a file is. */
    record Checked(Heading heading, int rows, int hidden) {}

    /**
     * @throws org.jointcredit.collection.table.Unreadable for what cannot be read
     * @throws Heading.Refused for columns that are not those of a layout
     */
    static Checked of(Source source, Table table, List<FileLayout> layouts) {
        var check = new FileCheck(layouts);
        table.read(source, check::row);
        Line searched = check.first;
        if (check.heading == null && searched != null && !searched.isBlank()) {
            Heading.read(searched, layouts); // tells the columns that nobody knows
        }
        if (check.heading == null) {
            throw Heading.none();
        }
        return new Checked(check.heading, check.rows, check.hidden);
    }

    private void row(Line line) {
        if (heading == null) {
            search(line);
        } else if (!line.isBlank()) {
            if (Heading.isAgain(line, known)) {
                throw Heading.again(line.place());
            }
            rows++;
            hidden += line.hidden() ? 1 : 0;
        }
    }

    private void search(Line line) {
        if (first == null) {
            first = line;
        }
        if (line.place() > SEARCHED || !Heading.isOne(line, layouts)) {
            return;
        }
        if (line.place() > 1) {
            throw Heading.elsewhere(line.place());
        }
        heading = Heading.read(line, layouts);
        known = heading.known();
    }
}
