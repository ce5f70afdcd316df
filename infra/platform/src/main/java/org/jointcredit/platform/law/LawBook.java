package org.jointcredit.platform.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of one kind of law data: the shipped ones and, once the service runs, those its database adds. */
public final class LawBook<T> {
    private final String kind;
    private final Runnable refresh;
    private volatile List<LawVersion<T>> versions = List.of();

    public LawBook(String kind, List<LawVersion<T>> versions) {
        this(kind, versions, () -> {});
    }

    /** @param refresh has the versions replaced, if the database knows newer ones */
    LawBook(String kind, List<LawVersion<T>> versions, Runnable refresh) {
        this.kind = kind;
        this.refresh = refresh;
        replace(versions);
    }

    /** The versions of {@code classpath:law/<kind>.yaml} alone, without a database. */
    public static <T> LawBook<T> shipped(String kind, Class<T> entryType) {
        return new LawBook<>(
                kind,
                LawFile.versions(kind).stream()
                        .map(version -> version.as(entryType))
                        .toList());
    }

    /** The one that governs earlier first. */
    public List<LawVersion<T>> versions() {
        return versions;
    }

    /** Where another instance has put it in force a moment ago, it is found all the same. */
    public Optional<LawVersion<T>> version(String version) {
        return known(version).or(() -> {
            refresh.run();
            return known(version);
        });
    }

    private Optional<LawVersion<T>> known(String version) {
        return versions.stream().filter(v -> v.version().equals(version)).findFirst();
    }

    /**
     * The version that governs on a day.
     *
     * @throws IllegalStateException if none did yet
     */
    public LawVersion<T> inForce(LocalDate day) {
        return versions.reversed().stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no version of " + kind + " was in force on " + day));
    }

    void replace(List<LawVersion<T>> all) {
        versions = all.stream()
                .sorted(Comparator.comparing((LawVersion<T> version) -> version.effectiveFrom())
                        .thenComparing(LawVersion::order)
                        .thenComparing(LawVersion::version))
                .toList();
    }
}
