package org.jointcredit.collection.catalogue;

import java.time.LocalDate;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The rule packs; one governs at a time. */
@Component
public final class RulePacks {
    private final LawBook<RulePack> book;

    @Autowired
    RulePacks(LawStore law) {
        this(law.load("rule-packs", RulePack.class));
    }

    private RulePacks(LawBook<RulePack> book) {
        this.book = book;
    }

    /** The shipped ones, for tests that have no database. */
    public static RulePacks shipped() {
        return new RulePacks(LawBook.shipped("rule-packs", RulePack.class));
    }

    public RulePack inForce(LocalDate day) {
        return book.inForce(day).entries().getFirst();
    }
}
