package org.jointcredit.collection.listing;

import java.util.List;
import org.jointcredit.collection.submission.Refusal;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.contract.problem.FieldWarning;

/** What became of something submitted. */
public sealed interface Answer {

    /**
     * @param unchanged the same had been taken before; this is its first answer again
     * @param warnings what was odd about it and taken all the same
     */
    record Taken(Listing listing, boolean unchanged, List<FieldWarning> warnings) implements Answer {}

    /**
     * @param errors on the fields of what was sent; none where the refusal says all
     */
    record Refused(Refusal reason, List<FieldError> errors) implements Answer {}

    static Refused refused(Refusal reason) {
        return new Refused(reason, List.of());
    }

    static Refused refused(Refusal reason, String field, ErrorCode code) {
        return new Refused(reason, List.of(new FieldError(field, code)));
    }
}
