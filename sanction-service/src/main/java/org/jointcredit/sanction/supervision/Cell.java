package org.jointcredit.sanction.supervision;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.sanction.action.Notice;

/**
 * Where a notice is counted.
 *
 * @param month of its issue, Asia/Shanghai, e.g. {@code 2026-11}
 */
record Cell(String agency, String measure, String listType, String month) {

    /** @param notice one that was issued: the others are not counted */
    static Cell of(Notice notice) {
        var issued =
                LocalDate.ofInstant(Objects.requireNonNull(notice.standing().issuedAt()), BusinessClock.ZONE);
        return new Cell(
                notice.imposed().agency(),
                notice.imposed().measure(),
                notice.origin().listType(),
                YearMonth.from(issued).toString());
    }

    static Cell of(String id) {
        String[] parts = id.split("\\|", -1);
        return new Cell(parts[0].intern(), parts[1].intern(), parts[2].intern(), parts[3].intern());
    }

    String id() {
        return agency + '|' + measure + '|' + listType + '|' + month;
    }
}
