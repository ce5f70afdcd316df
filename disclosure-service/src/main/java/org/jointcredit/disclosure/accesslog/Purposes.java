package org.jointcredit.disclosure.accesslog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawStore;
import org.jointcredit.platform.law.LawVersion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The versions of the purposes. */
@Component
public final class Purposes {
    private final LawBook<Purpose> book;

    @Autowired
    Purposes(LawStore law, Departments departments) {
        this(law.load("purposes", Purpose.class), departments);
    }

    private Purposes(LawBook<Purpose> book, Departments departments) {
        this.book = book;
        book.versions().forEach(version -> version.entries().forEach(purpose -> check(purpose, departments)));
    }

    /** The shipped ones, for tests that have no database. */
    public static Purposes shipped() {
        return new Purposes(LawBook.shipped("purposes", Purpose.class), Departments.load());
    }

    public LawVersion<Purpose> inForce(LocalDate day) {
        return book.inForce(day);
    }

    /** A purpose as it is in force on a day. */
    public Optional<Purpose> find(String code, LocalDate day) {
        return inForce(day).entries().stream()
                .filter(purpose -> purpose.code().equals(code))
                .findFirst();
    }

    /** A purpose as a version had it. */
    public Purpose of(String version, String code) {
        return book.version(version).stream()
                .flatMap(known -> known.entries().stream())
                .filter(purpose -> purpose.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no purpose " + code + " in version " + version));
    }

    /** A purpose of any version, the newest first: what a look of long ago was for. */
    Optional<Purpose> everKnown(String code) {
        return book.versions().reversed().stream()
                .flatMap(version -> version.entries().stream())
                .filter(purpose -> purpose.code().equals(code))
                .findFirst();
    }

    private static void check(Purpose purpose, Departments departments) {
        for (String department : purpose.departments() == null ? List.<String>of() : purpose.departments()) {
            if (!departments.contains(department)) {
                throw new IllegalStateException(
                        "law/purposes.yaml, entry " + purpose.code() + ": unknown department " + department);
            }
        }
    }
}
