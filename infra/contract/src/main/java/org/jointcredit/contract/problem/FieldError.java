package org.jointcredit.contract.problem;

import org.jspecify.annotations.Nullable;

/// One reason why a body was refused.
///
/// @param field path in the body as sent, e.g. `persons[0].idNumber`
/// @param message sentence in the caller's language; never repeats the value of an identity field
/// @param basis article that the rule comes from, e.g. `A29`
public record FieldError(
        String field,
        ErrorCode code,
        @Nullable String message,
        @Nullable String basis) {
    public FieldError(String field, ErrorCode code) {
        this(field, code, null, null);
    }
}
