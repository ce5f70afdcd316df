package org.jointcredit.contract.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report of an agency, checked and recorded: the value of `feedback-recorded` on `feedback`. Written by sanction.
///
/// @param subject id of the subject
/// @param report what was reported; never NONE
/// @param agencyState what the agency's state is with it
/// @param applied executed, and not since paused, released or undone
/// @param flags what was irregular about this report
/// @param at when it was recorded
/// @param executedAt when the agency did it, if it said so
/// @param amount yuan, a plain decimal string
/// @param sealed a [FeedbackSealed] as JSON, under the platform's field cipher
public record FeedbackRecorded(
        String notice,
        String action,
        String listing,
        String agency,
        String measure,
        String subject,
        AgencyState report,
        AgencyState agencyState,
        Legal legal,
        boolean applied,
        Owes owes,
        List<NoticeFlag> flags,
        Instant at,
        @Nullable Instant executedAt,
        @Nullable String amount,
        @Nullable String sealed) {
    public FeedbackRecorded {
        flags = List.copyOf(flags);
    }
}
