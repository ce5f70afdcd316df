package org.jointcredit.sanction.measure;

import java.time.LocalDate;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The versions of the deadlines of a notice. */
@Component
public final class DeadlineLaw {
    private final LawBook<Deadlines.Deadline> book;

    @Autowired
    DeadlineLaw(LawStore law) {
        this(law.load("deadlines", Deadlines.Deadline.class));
    }

    private DeadlineLaw(LawBook<Deadlines.Deadline> book) {
        this.book = book;
        book.versions().forEach(version -> Deadlines.of(version.entries()));
    }

    /** The shipped ones, for tests that have no database. */
    public static DeadlineLaw shipped() {
        return new DeadlineLaw(LawBook.shipped("deadlines", Deadlines.Deadline.class));
    }

    public Deadlines inForce(LocalDate day) {
        return Deadlines.of(book.inForce(day).entries());
    }
}
