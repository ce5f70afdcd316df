package org.jointcredit.disclosure.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jointcredit.contract.event.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * A subject as its reader may see it.
 *
 * @param id absent where a person stands in a list that everybody reads: it would tell which rows are the same person's
 * @param kind absent where nothing is known of it yet
 * @param name of a person masked, except for itself and those with powers
 * @param names organisations only: every name it was known under, the present one last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubjectView(
        @Nullable String id,
        @Nullable SubjectKind kind,
        @Nullable String code,
        @Nullable String name,
        @Nullable List<Named> names) {

    /**
     * @param since day of the first decision that calls it so
     * @param last day of the latest one
     */
    public record Named(String name, LocalDate since, LocalDate last) {
        static Named of(Subject.Called called) {
            return new Named(called.name(), called.since(), called.last());
        }
    }
}
