package org.jointcredit.collection.batch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jointcredit.collection.catalogue.FileLayout;
import org.jointcredit.collection.catalogue.FileLayout.Column;
import org.jointcredit.collection.table.Cell;
import org.jointcredit.collection.table.Line;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.web.ErrorTexts;
import org.jspecify.annotations.Nullable;

/**
 * The first row of a file: the names of its columns, in any order and either case.
 *
 * @param names as the file writes them, our own columns of a correction left out
 * @param places of the columns that are read
 * @param ours columns of an earlier correction file, which are ignored
 * @param width how many columns the row has
 */
record Heading(FileLayout layout, List<String> names, List<Place> places, Set<Integer> ours, int width) {
    static final String ROW = "jc_row";
    static final String REASONS = "jc_reasons";

    /** Longer ones are names of no column. */
    private static final int LONGEST = 60;

    private static final int MOST_ERRORS = 100;
    private static final Set<String> OURS = Set.of(ROW, REASONS);
    private static final Pattern SAYS = Pattern.compile("[:=].*\\S|[0-9]{6}", Pattern.DOTALL);
    private static final Pattern UNSAID = Pattern.compile("[\\s\\p{Z}\\p{Cf}()\\[\\]:*,、;]+");

    /** @param index of the column, from 0 */
    record Place(int index, Column column) {}

    /** A first row that is none. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient List<FieldError> errors;

        Refused(List<FieldError> errors) {
            super("heading", null, false, false);
            this.errors = List.copyOf(errors);
        }

        private Refused(String reason, Object... details) {
            this(List.of(new FieldError(
                    "file",
                    ErrorCode.FORMAT,
                    ErrorTexts.hint(
                            reason,
                            List.of(details).stream().map(Object::toString).toArray(String[]::new)),
                    null)));
        }

        List<FieldError> errors() {
            return errors;
        }
    }

    /** Whether this row consists of names of columns. */
    static boolean isOne(Line line, List<FileLayout> layouts) {
        List<String> said = said(line);
        if (said.isEmpty() || said.stream().anyMatch(text -> text.length() > LONGEST)) {
            return false;
        }
        long known = layouts.stream()
                .mapToLong(layout ->
                        known(layout, said).stream().filter(Objects::nonNull).count())
                .max()
                .orElse(0);
        return known >= 2 ? known * 2 >= said.size() : known == said.size();
    }

    /** Whether the row repeats the names of the columns. */
    static boolean isAgain(Line line, Set<String> known) {
        int said = 0;
        for (Cell cell : line.cells()) {
            if (!cell.isBlank()) {
                if (cell.text().length() > LONGEST || !known.contains(folded(cell.text()))) {
                    return false;
                }
                said++;
            }
        }
        return said >= 2;
    }

    /** Names and labels of the columns, as {@link #isAgain} compares them. */
    Set<String> known() {
        Set<String> known = new HashSet<>(columns(layout).keySet());
        known.addAll(OURS);
        return known;
    }

    /** @throws Refused telling every column that nobody knows, or that stands there twice */
    static Heading read(Line line, List<FileLayout> layouts) {
        FileLayout layout = null;
        long most = -1;
        for (FileLayout candidate : layouts) {
            long known = known(candidate, said(line)).stream()
                    .filter(Objects::nonNull)
                    .count();
            if (known > most) {
                most = known;
                layout = candidate;
            }
        }
        return read(line, Objects.requireNonNull(layout));
    }

    static Heading read(Line line, FileLayout layout) {
        Map<String, Column> columns = columns(layout);
        List<String> names = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        List<FieldError> unknown = new ArrayList<>();
        Set<Integer> ours = new HashSet<>();
        Map<Column, Integer> firsts = new HashMap<>();
        for (int i = 0; i < line.cells().size(); i++) {
            Cell cell = line.cell(i);
            if (isOurs(cell)) {
                ours.add(i);
                continue;
            }
            names.add(cell.text());
            if (!cell.isBlank()) {
                Column column = columns.get(folded(cell.text()));
                if (column == null) {
                    unknown.add(unknown(cell.text(), i + 1));
                } else if (firsts.containsKey(column)) {
                    throw new Refused("headingTwice", column.name(), firsts.get(column), i + 1);
                } else {
                    firsts.put(column, i + 1);
                    places.add(new Place(i, column));
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new Refused(unknown.subList(0, Math.min(unknown.size(), MOST_ERRORS)));
        }
        return new Heading(layout, names, places, ours, line.cells().size());
    }

    static Refused elsewhere(int place) {
        return new Refused("headingElsewhere", place);
    }

    static Refused again(int place) {
        return new Refused("headingAgain", place);
    }

    static Refused none() {
        return new Refused("noHeading");
    }

    /** A file without names has persons there: what is no name is told by its place. */
    private static FieldError unknown(String text, int place) {
        boolean value =
                SAYS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
        String shown = value ? Integer.toString(place) : text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return new FieldError(shown, ErrorCode.UNKNOWN_FIELD);
    }

    private static boolean isOurs(Cell cell) {
        return OURS.contains(folded(cell.text()));
    }

    /** A row without what stands in our own columns. */
    List<Cell> withoutOurs(Line line) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < line.cells().size(); i++) {
            if (!ours.contains(i)) {
                cells.add(line.cell(i));
            }
        }
        return cells;
    }

    /** Whether the column has a name; what stands in others belongs to nothing. */
    boolean reads(int index) {
        return places.stream().anyMatch(place -> place.index() == index) || ours.contains(index);
    }

    private static List<String> said(Line line) {
        return line.cells().stream()
                .filter(cell -> !cell.isBlank() && !isOurs(cell))
                .map(Cell::text)
                .toList();
    }

    private static List<@Nullable Column> known(FileLayout layout, List<String> names) {
        Map<String, Column> columns = columns(layout);
        List<@Nullable Column> known = new ArrayList<>();
        names.forEach(name -> known.add(columns.get(folded(name))));
        return known;
    }

    private static Map<String, Column> columns(FileLayout layout) {
        Map<String, Column> columns = new HashMap<>();
        for (Column column : layout.columns()) {
            columns.put(folded(column.name()), column);
            column.labels().forEach(label -> columns.putIfAbsent(folded(label), column));
        }
        return columns;
    }

    /** Without what clerks write differently: width, case, brackets, spaces, the star of what must be filled in. */
    private static String folded(String name) {
        String narrow = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return UNSAID.matcher(narrow).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
