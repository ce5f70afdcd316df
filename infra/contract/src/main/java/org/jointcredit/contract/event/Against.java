package org.jointcredit.contract.event;

import org.jspecify.annotations.Nullable;

/// What an objection, or the review of one, is against.
///
/// @param id of the record, listing or notice; absent for [Kind#MISSING]
public record Against(Kind kind, @Nullable String id) {
    /// What kind of thing it is.
    public enum Kind {
        RECORD,
        LISTING,
        NOTICE,
        /// something that should be known and is not; nothing is held
        MISSING
    }
}
