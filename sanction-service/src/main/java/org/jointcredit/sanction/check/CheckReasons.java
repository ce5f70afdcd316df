package org.jointcredit.sanction.check;

import java.time.LocalDate;
import java.util.List;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawStore;
import org.springframework.stereotype.Component;

/** The versions of the reasons for not applying what is mandatory. */
@Component
final class CheckReasons {

    private final LawBook<CheckReason> book;

    CheckReasons(LawStore law) {
        this.book = law.load("check-reasons", CheckReason.class);
    }

    boolean isKnown(String code, LocalDate day) {
        return inForce(day).stream().anyMatch(reason -> reason.code().equals(code));
    }

    List<CheckReason> inForce(LocalDate day) {
        return book.inForce(day).entries();
    }

    String version(LocalDate day) {
        return book.inForce(day).version();
    }
}
