package org.jointcredit.contract.event;

import org.jspecify.annotations.Nullable;

/// What a [FeedbackRecorded] may say of natural persons: the plain form of its `sealed`. Never logged, never sent in
/// the open.
///
/// @param by officer of the agency
/// @param outcome free text of the report
/// @param reason free text of the report
public record FeedbackSealed(
        @Nullable String by,
        @Nullable String outcome,
        @Nullable String reason) {}
