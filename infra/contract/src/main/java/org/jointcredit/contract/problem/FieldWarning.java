package org.jointcredit.contract.problem;

import org.jspecify.annotations.Nullable;

/// Something odd about a body that was taken all the same.
///
/// @param field path in the body as sent, e.g. `subject.code`
/// @param message sentence in the caller's language; never repeats the value of an identity field
public record FieldWarning(
        String field, WarningCode code, @Nullable String message) {
    public FieldWarning(String field, WarningCode code) {
        this(field, code, null);
    }
}
