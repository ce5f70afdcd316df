package org.jointcredit.disclosure.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a piece of information whoever reads it (D9).
 *
 * @param since day of the objection, or of the decision
 * @param number of the case; for the one whose case it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mark(Kind mark, LocalDate since, @Nullable String number) {
    public enum Kind {
        /** it is examined, or its correction is outstanding (A30) */
        UNDER_OBJECTION,
        /** it was found wrong, and corrected or taken back */
        CORRECTED,
        /** its subject has made good what it did (A29) */
        REPAIRED
    }
}
