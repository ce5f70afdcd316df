package org.jointcredit.sanction.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 案例: what an agency did with an answer, one entry for each measure that it named.
 *
 * @param by the officer
 * @param lawVersion version of the reasons
 */
record CheckOutcome(String check, String by, Instant reportedAt, String lawVersion, List<Dealt> measures) {

    CheckOutcome {
        measures = List.copyOf(measures);
    }

    /**
     * @param reason code of why it was not applied
     * @param confirmedBy the superior who confirmed that
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Dealt(
            String notice,
            boolean applied,
            @Nullable String reason,
            @Nullable String confirmedBy,
            @Nullable String remark) {}
}
