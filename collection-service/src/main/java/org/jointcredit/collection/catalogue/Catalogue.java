package org.jointcredit.collection.catalogue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawStore;
import org.jointcredit.platform.law.LawVersion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The versions of the catalogue. One that defines what must not be collected keeps the service from starting (C3). */
@Component
public final class Catalogue {
    private final LawBook<CatalogueItem> book;

    @Autowired
    Catalogue(LawStore law, ForbiddenData forbidden, Departments departments) {
        this(law.load("catalogue", CatalogueItem.class), forbidden, departments);
    }

    Catalogue(LawBook<CatalogueItem> book, ForbiddenData forbidden, Departments departments) {
        this.book = book;
        book.versions()
                .forEach(version -> version.entries()
                        .forEach(item -> check(
                                item, forbidden, departments, "law/catalogue.yaml, version " + version.version())));
    }

    /** The shipped one, for tests that have no database. */
    public static Catalogue shipped() {
        return new Catalogue(
                LawBook.shipped("catalogue", CatalogueItem.class), ForbiddenData.shipped(), Departments.load());
    }

    public LawVersion<CatalogueItem> inForce(LocalDate day) {
        return book.inForce(day);
    }

    /** An item as it is in force on a day. */
    public Optional<CatalogueItem> find(String code, LocalDate day) {
        return inForce(day).entries().stream()
                .filter(item -> item.code().equals(code))
                .findFirst();
    }

    private static void check(CatalogueItem item, ForbiddenData forbidden, Departments departments, String where) {
        String entry = where + ", entry " + item.code() + ": ";
        Set<String> names = new HashSet<>();
        for (ItemField field : item.fields()) {
            if (!names.add(field.name())) {
                throw new IllegalStateException(entry + "field " + field.name() + " comes twice");
            }
            for (String name : new String[] {field.name(), field.label(), field.labelEn()}) {
                forbidden.inName(name).ifPresent(what -> {
                    throw new IllegalStateException(entry + "field " + field.name()
                            + " would hold what must not be collected: " + what.name() + " (" + what.basis()
                            + "). Take the field out");
                });
            }
            if (field.needs() != null) {
                field.needs().values().forEach(needed -> {
                    if (item.field(needed).isEmpty()) {
                        throw new IllegalStateException(
                                entry + "field " + field.name() + " needs " + needed + ", which is none of its fields");
                    }
                });
            }
        }
        item.providers().forEach(provider -> {
            if (!departments.contains(provider)) {
                throw new IllegalStateException(entry + "unknown department " + provider);
            }
        });
    }
}
