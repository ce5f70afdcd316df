package org.jointcredit.collection.listing;

import java.time.LocalDate;
import java.util.Optional;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawStore;
import org.jointcredit.platform.law.LawVersion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The versions of the list types. */
@Component
public final class ListTypes {
    private final LawBook<ListType> book;

    @Autowired
    ListTypes(LawStore law, Departments departments) {
        this(law.load("list-types", ListType.class), departments);
    }

    private ListTypes(LawBook<ListType> book, Departments departments) {
        this.book = book;
        book.versions().forEach(version -> version.entries().forEach(type -> check(type, departments)));
    }

    /** The shipped ones, for tests that have no database. */
    public static ListTypes shipped() {
        return new ListTypes(LawBook.shipped("list-types", ListType.class), Departments.load());
    }

    public LawVersion<ListType> inForce(LocalDate day) {
        return book.inForce(day);
    }

    /** A list type as it is in force on a day. */
    public Optional<ListType> find(String code, LocalDate day) {
        return inForce(day).entries().stream()
                .filter(type -> type.code().equals(code))
                .findFirst();
    }

    private static void check(ListType type, Departments departments) {
        if (!departments.contains(type.department())) {
            throw new IllegalStateException(
                    "law/list-types.yaml, entry " + type.code() + ": unknown department " + type.department());
        }
    }
}
