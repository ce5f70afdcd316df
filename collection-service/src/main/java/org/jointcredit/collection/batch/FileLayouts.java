package org.jointcredit.collection.batch;

import java.time.LocalDate;
import java.util.List;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The layouts of files that are taken. */
@Component
final class FileLayouts {
    private static final String KIND = "file-layouts";

    private final LawBook<FileLayout> book;

    @Autowired
    FileLayouts(LawStore law) {
        this(law.load(KIND, FileLayout.class));
    }

    private FileLayouts(LawBook<FileLayout> book) {
        this.book = book;
    }

    /** The shipped ones, for tests that have no database. */
    static FileLayouts shipped() {
        return new FileLayouts(LawBook.shipped(KIND, FileLayout.class));
    }

    List<FileLayout> inForce(LocalDate day) {
        return book.inForce(day).entries();
    }
}
