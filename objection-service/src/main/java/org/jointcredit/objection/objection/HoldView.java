package org.jointcredit.objection.objection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A hold on the measures of one listing.
 *
 * @param confirmedAt when sanction set it; absent until it has told so
 * @param endedAt absent while it is on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldView(
        String listing,
        State state,
        @Nullable OffsetDateTime confirmedAt,
        @Nullable OffsetDateTime endedAt) {
    enum State {
        /** told to sanction */
        PLACED,
        /** sanction has set it: no check names the measures any more */
        CONFIRMED
    }
}
