package org.jointcredit.sanction.measure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
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
    private final LawBook<Measure> book;

    @Autowired
    Measures(LawStore law, Departments departments) {
        this(law.load("measures", Measure.class), departments);
    }

    private Measures(LawBook<Measure> book, Departments departments) {
        this.book = book;
        book.versions().forEach(version -> version.entries().forEach(measure -> check(measure, departments)));
    }

    /** The shipped ones, for tests that have no database. */
    public static Measures shipped() {
        return new Measures(LawBook.shipped("measures", Measure.class), Departments.load());
    }

    public LawVersion<Measure> inForce(LocalDate day) {
        return book.inForce(day);
    }

    /** A version that an action is pinned to; kept for good. */
    public LawVersion<Measure> version(String version) {
        return book.version(version)
                .orElseThrow(() -> new IllegalStateException("no version " + version + " of measures"));
    }

    /** As its newest version says. */
    public Optional<Measure> find(String code) {
        return book.versions().stream()
                .sorted(Comparator.comparing(LawVersion<Measure>::effectiveFrom).reversed())
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
