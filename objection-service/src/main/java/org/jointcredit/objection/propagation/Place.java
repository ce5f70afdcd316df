package org.jointcredit.objection.propagation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What one place has to confirm, or has confirmed.
 *
 * @param place {@code collection}, {@code sanction}, or code of the agency
 * @param record what it is about, as its owner calls it; likewise the others
 * @param done whether it was confirmed
 * @param confirmedAt absent where it is missing, and where the owner's change does not say when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Place(
        String place,
        Duty duty,
        @Nullable String record,
        @Nullable String listing,
        @Nullable String notice,
        @Nullable String measure,
        boolean done,
        @Nullable OffsetDateTime confirmedAt) {
    /** The same for the same thing in every answer. */
    String key() {
        return String.join(
                "/", place, String.valueOf(notice), String.valueOf(listing), String.valueOf(record), duty.name());
    }
}
