package org.jointcredit.contract.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A notice changed in law or in its deadlines: the value of `notice-suspended`, `notice-resumed`, `notice-lifted`,
/// `notice-recalled` and `notice-updated` on `response.<agency>`. Written by sanction.
///
/// @param reason why, in words or as a code; speaks of no person
/// @param holds the holds that are on, if any
/// @param owes what the agency has to report now
/// @param at when it changed
/// @param due last day, Asia/Shanghai, for what it owes; absent: owes nothing
public record NoticeMoved(
        String notice,
        String action,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Hold> holds,
        Owes owes,
        Instant at,
        @Nullable LocalDate due) {
    public NoticeMoved {
        holds = List.copyOf(holds);
    }
}
