package org.jointcredit.sanction.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.sanction.action.Alert;
import org.jointcredit.sanction.action.Notice;
import org.jspecify.annotations.Nullable;

/**
 * What an agency owes past its date, as every department of the government may know it (S4): no subject is named.
 *
 * @param escalatedAt when the agency was called late; null: it is not, or not yet
 */
record OverdueNotice(
        String notice,
        String action,
        String listing,
        String listingNumber,
        String listType,
        String measure,
        String text,
        String agency,
        String agencyName,
        Owes owes,
        LocalDate dueNow,
        long daysLate,
        @Nullable Instant escalatedAt) {

    static OverdueNotice of(Notice notice, String agencyName, LocalDate today) {
        var origin = notice.origin();
        var imposed = notice.imposed();
        LocalDate due = Objects.requireNonNull(notice.dueNow());
        return new OverdueNotice(
                notice.id(),
                origin.action(),
                origin.listing(),
                origin.listingNumber(),
                origin.listType(),
                imposed.measure(),
                imposed.text(),
                imposed.agency(),
                agencyName,
                notice.owes(),
                due,
                ChronoUnit.DAYS.between(due, today),
                notice.alertedAt(Alert.OVERDUE));
    }
}
