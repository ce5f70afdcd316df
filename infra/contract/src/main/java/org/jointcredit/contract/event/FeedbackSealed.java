package org.jointcredit.contract.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a [FeedbackRecorded] may say of natural persons: the plain form of its `sealed`. Never logged, never sent in
/// the open.
///
/// @param by officer of the agency
/// @param outcome free text of the report
/// @param reason free text of the report
/// @param evidence files that prove it; their names may name somebody
public record FeedbackSealed(
        @Nullable String by,
        @Nullable String outcome,
        @Nullable String reason,
        List<Evidence> evidence) {
    public FeedbackSealed {
        evidence = List.copyOf(evidence);
    }
}
