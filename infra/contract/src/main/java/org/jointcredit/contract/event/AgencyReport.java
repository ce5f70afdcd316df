package org.jointcredit.contract.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an agency reports of a notice: the value of all types on `feedback.<agency>`. Written by agencies; the type
/// says what was done.
///
/// @param by the officer who did it
/// @param outcome what came of it, free text up to 200
/// @param executedAt when it was done; may lie before the notice was issued, not in the future
/// @param amount yuan, a plain decimal string
/// @param reason why, e.g. why a recommended measure is declined
public record AgencyReport(
        String notice,
        String by,
        @Nullable String outcome,
        @Nullable Instant executedAt,
        @Nullable String amount,
        @Nullable String reason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Evidence> evidence) {
    public AgencyReport {
        evidence = List.copyOf(evidence);
    }
}
