package org.jointcredit.collection.batch;

import java.util.List;
import org.jointcredit.collection.record.RecordSubmissions.Whose;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.contract.problem.FieldWarning;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one row.
 *
 * @param row its number, from 1; the row of names does not count
 * @param record id of the record it became, or was already
 * @param content of a refused one, as it was sent; null: not a refused one, or its record was erased
 * @param whose a refused one is, as far as it can be told
 */
record AnsweredRow(
        int row,
        Outcome outcome,
        @Nullable String record,
        List<FieldError> errors,
        List<FieldWarning> warnings,
        @Nullable String content,
        @Nullable Whose whose) {

    List<String> prints() {
        return whose == null ? List.of() : whose.prints();
    }
}
