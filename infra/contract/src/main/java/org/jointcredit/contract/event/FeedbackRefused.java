package org.jointcredit.contract.event;

import java.util.List;
import org.jointcredit.contract.problem.FieldError;

/// A report was not taken: the value of `feedback-refused` on `response.<agency>`. Written by sanction;
/// `ce_causationid` names the report.
///
/// @param notice the notice as the report named it
/// @param errors NOT_YOURS on `notice`: another agency's or unknown; NO_BASIS: a mandatory measure declined
public record FeedbackRefused(String notice, List<FieldError> errors) {
    public FeedbackRefused {
        errors = List.copyOf(errors);
    }
}
