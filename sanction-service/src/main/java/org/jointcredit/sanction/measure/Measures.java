package org.jointcredit.sanction.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jointcredit.contract.event.Force;
import org.jointcredit.platform.law.Department;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawStore;
import org.jointcredit.platform.law.LawVersion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** 措施清单: the versions of the list of measures (P5.6). */
@Component
public final class Measures {
    public static final String KIND = "measures";

    private final LawBook<Measure> book;

    @Autowired
    Measures(LawStore law, Departments departments) {
        this(law.load(KIND, Measure.class), departments);
    }

    private Measures(LawBook<Measure> book, Departments departments) {
        this.book = book;
        book.versions().forEach(version -> version.entries().forEach(measure -> check(measure, departments)));
    }

    /** The shipped ones, for tests that have no database. */
    public static Measures shipped() {
        return new Measures(LawBook.shipped(KIND, Measure.class), Departments.load());
    }

    public LawVersion<Measure> inForce(LocalDate day) {
        return book.inForce(day);
    }

    /** A version that an action is pinned to; kept for good. */
    public LawVersion<Measure> version(String version) {
        return known(version).orElseThrow(() -> new IllegalStateException("no version " + version + " of measures"));
    }

    public Optional<LawVersion<Measure>> known(String version) {
        return book.version(version);
    }

    /** The one that governs last, of all that are in force or will be. */
    public LawVersion<Measure> newest() {
        return book.versions().getLast();
    }

    /** The versions that have governed until this day, without the one in force. */
    public List<String> before(LocalDate day) {
        return governedUntil(day).stream()
                .map(LawVersion::version)
                .filter(version -> !version.equals(inForce(day).version()))
                .toList();
    }

    /**
     * What a version lists and a later one, in effect on this day, does not (S1): repealed for good, even where a still
     * later one lists it again.
     */
    public Set<String> repealedSince(String version, LocalDate day) {
        List<LawVersion<Measure>> governed = governedUntil(day);
        var listed = version(version);
        Set<String> repealed = new TreeSet<>();
        governed.stream().skip(governed.indexOf(listed) + 1L).forEach(later -> repealed.addAll(missing(listed, later)));
        return repealed;
    }

    /** The one that governs when this one takes effect, or would; itself, where it is the first. */
    public LawVersion<Measure> beforeThat(LawVersion<Measure> list) {
        return book.versions().stream()
                .takeWhile(version -> !version.version().equals(list.version()))
                .filter(version -> !version.effectiveFrom().isAfter(list.effectiveFrom()))
                .reduce((_, later) -> later)
                .orElse(list);
    }

    /** Codes that the one lists and the other does not. */
    public static Set<String> missing(LawVersion<Measure> in, LawVersion<Measure> than) {
        Set<String> codes = in.entries().stream().map(Measure::code).collect(Collectors.toCollection(TreeSet::new));
        than.entries().forEach(measure -> codes.remove(measure.code()));
        return codes;
    }

    private List<LawVersion<Measure>> governedUntil(LocalDate day) {
        return book.versions().stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .toList();
    }

    /** As its newest version says. */
    public Optional<Measure> find(String code) {
        return book.versions().reversed().stream()
                .flatMap(version -> version.entries().stream())
                .filter(measure -> measure.code().equals(code))
                .findFirst();
    }

    private static void check(Measure measure, Departments departments) {
        for (String agency : measure.agencies()) {
            Department department = departments
                    .find(agency)
                    .orElseThrow(() -> new IllegalStateException(
                            "law/measures.yaml, entry " + measure.code() + ": unknown agency " + agency));
            if (measure.force() == Force.MANDATORY && !department.government()) {
                throw new IllegalStateException("law/measures.yaml, entry " + measure.code() + ": " + agency
                        + " is outside the government and cannot be compelled (S10)");
            }
        }
    }
}
