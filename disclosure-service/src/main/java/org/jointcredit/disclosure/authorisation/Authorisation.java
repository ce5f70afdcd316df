package org.jointcredit.disclosure.authorisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointcredit.contract.event.RecordCategory;
import org.jspecify.annotations.Nullable;

/**
 * What a subject has allowed somebody else to read of it.
 *
 * @param subject id of who allows it
 * @param grantee log-in name of who may read
 * @param scope what
 * @param purpose in the subject's words
 * @param from first day
 * @param until last day
 * @param accepted who has accepted it; absent: nobody has
 * @param revokedAt absent while it holds
 * @param fingerprint keyed hash of the body it came with
 */
record Authorisation(
        String id,
        String subject,
        String grantee,
        Scope scope,
        String purpose,
        LocalDate from,
        LocalDate until,
        Instant grantedAt,
        @Nullable Acceptance accepted,
        @Nullable Instant revokedAt,
        String fingerprint) {

    /**
     * Who first read by it, with a proven identity: a log-in name may be anybody's later, or was never anybody's.
     *
     * @param subject id of the person that the account belongs to
     */
    record Acceptance(String subject, Instant at) {}

    /**
     * @param items codes of catalogue items
     * @param listings whether the listings that reach the subject are covered
     */
    record Scope(List<RecordCategory> categories, List<String> items, boolean listings) {
        Scope {
            categories = List.copyOf(categories);
            items = List.copyOf(items);
        }

        boolean covers(@Nullable RecordCategory category, String item) {
            return items.contains(item) || (category != null && categories.contains(category));
        }
    }

    enum State {
        /** its first day has not come */
        WAITING,
        VALID,
        EXPIRED,
        REVOKED
    }

    State stateOn(LocalDate today) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        if (today.isBefore(from)) {
            return State.WAITING;
        }
        return today.isAfter(until) ? State.EXPIRED : State.VALID;
    }
}
