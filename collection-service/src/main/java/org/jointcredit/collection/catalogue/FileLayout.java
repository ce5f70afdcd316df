package org.jointcredit.collection.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file and where each goes.
 *
 * @param code e.g. {@code penalties-2021}
 * @param item of the catalogue, whose records its rows become
 * @param procedures whether its records are of a procedure
 * @param envelope which fields say what stands in a record beside its fields
 */
public record FileLayout(String code, String item, boolean procedures, Envelope envelope, List<Column> columns) {
    public FileLayout {
        columns = List.copyOf(columns);
    }

    /**
     * @param labels of the national template, synonyms of the name
     * @param fields of the record that its cells go to; null: the one of its name
     */
    public record Column(
            String name,
            ColumnKind kind,
            List<String> labels,
            @Nullable List<String> fields) {

        public List<String> targets() {
            return fields == null ? List.of(name) : fields;
        }
    }

    /**
     * Fields by what they say.
     *
     * @param sort of subject; a layout need not have it
     * @param authority that decided
     * @param provider whose row it is
     */
    public record Envelope(
            String number,
            String name,
            String sort,
            String code,
            String documentKind,
            String idNumber,
            String decidedOn,
            String authority,
            String authorityCode,
            String provider,
            String providerCode) {}

    /** Fields that rows of this layout have, whether or not a file has all columns. */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        columns.forEach(column -> fields.addAll(column.targets()));
        return fields;
    }
}
