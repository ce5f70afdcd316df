package org.jointcredit.platform.law;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of one kind of law data; once kept it never changes, so that a decision can name it.
 *
 * @param version name of the version, unique within its kind
 * @param effectiveFrom first day on which it governs
 * @param basis what it rests on
 * @param enacted by which officers; null: it came with a release or with the operator's files
 */
public record LawVersion<T>(
        String kind,
        String version,
        LocalDate effectiveFrom,
        String basis,
        List<T> entries,
        @Nullable Enactment enacted) {
    public LawVersion {
        entries = List.copyOf(entries);
    }

    public LawVersion(String kind, String version, LocalDate effectiveFrom, String basis, List<T> entries) {
        this(kind, version, effectiveFrom, basis, entries, null);
    }

    long order() {
        return enacted == null ? 0 : enacted.order();
    }

    /** The same with its entries read strictly; file, entry and key are named where they do not fit. */
    <R> LawVersion<R> as(Class<R> entryType) {
        String where = "law/" + kind + ".yaml, version " + version;
        return new LawVersion<>(
                kind,
                version,
                effectiveFrom,
                basis,
                entries.stream()
                        .map(tree -> StrictRecords.read(tree, entryType, where))
                        .toList(),
                enacted);
    }
}
