package org.jointcredit.objection.deletion;

import java.time.LocalDate;
import java.util.Optional;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawStore;
import org.jointcredit.platform.law.LawVersion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The versions of what may be deleted on request. */
@Component
final class DeletionLaw {
    private final LawBook<Deletable> book;

    @Autowired
    DeletionLaw(LawStore law) {
        this(law.load("deletions", Deletable.class));
    }

    private DeletionLaw(LawBook<Deletable> book) {
        this.book = book;
    }

    /** The shipped one, for tests that have no database. */
    static DeletionLaw shipped() {
        return new DeletionLaw(LawBook.shipped("deletions", Deletable.class));
    }

    LawVersion<Deletable> inForce(LocalDate day) {
        return book.inForce(day);
    }

    Optional<Deletable> find(String item, LocalDate day) {
        return inForce(day).entries().stream()
                .filter(deletable -> deletable.item().equals(item))
                .findFirst();
    }
}
