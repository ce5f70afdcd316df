package org.jointcredit.contract.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.contract.problem.FieldWarning;
import org.jspecify.annotations.Nullable;

/// The answer to something submitted: the value of `submission-accepted` and `submission-refused` on
/// `receipt.<dept>`. Written by collection; `ce_causationid` names the submission.
///
/// @param number number of the listing or record; absent where the submission had none
/// @param outcome UNCHANGED: the same had been taken before
/// @param id id of the listing or record, unless refused
/// @param errors all reasons, if refused
public record Receipt(
        @Nullable String number,
        Outcome outcome,
        @Nullable String id,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldWarning> warnings) {
    public Receipt {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    public enum Outcome {
        ACCEPTED,
        REFUSED,
        UNCHANGED
    }
}
