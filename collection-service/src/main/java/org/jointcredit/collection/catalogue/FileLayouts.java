package org.jointcredit.collection.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The layouts of files that are taken. */
@Component
public final class FileLayouts {
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
    public static FileLayouts shipped() {
        return new FileLayouts(LawBook.shipped(KIND, FileLayout.class));
    }

    public List<FileLayout> inForce(LocalDate day) {
        return book.inForce(day).entries();
    }

    /** As it was last, whether or not it is still taken. */
    public FileLayout of(String code) {
        return book.versions().reversed().stream()
                .flatMap(version -> version.entries().stream())
                .filter(layout -> layout.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no layout " + code));
    }
}
