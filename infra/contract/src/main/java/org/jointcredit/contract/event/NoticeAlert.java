package org.jointcredit.contract.event;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A deadline of a notice is near or over (S4): the value of `notice-reminded` and `notice-overdue` on
/// `response.<agency>`. Once for each date and kind. Written by sanction.
///
/// @param owes what the agency still has to report
/// @param due last day for it, Asia/Shanghai
/// @param at when this was said
/// @param daysLate calendar days since `due`; absent: it is not over
public record NoticeAlert(
        String notice,
        String action,
        Owes owes,
        LocalDate due,
        Instant at,
        @Nullable Long daysLate) {}
