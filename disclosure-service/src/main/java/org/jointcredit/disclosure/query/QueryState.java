package org.jointcredit.disclosure.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jointcredit.disclosure.accesslog.AccessLog;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/**
 * How far a query is.
 *
 * @param reason why it failed
 * @param rows how many subjects it asks about
 * @param answered how many of them have their answer
 * @param answersUntil until when a batch's answers can be read; a single query's was given when it was asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueryState(
        String id,
        State state,
        @Nullable Reason reason,
        int rows,
        int answered,
        @Nullable String purpose,
        @Nullable String matter,
        OffsetDateTime askedAt,
        @Nullable OffsetDateTime answersUntil) {

    enum State {
        RECEIVED,
        RUNNING,
        DONE,
        FAILED
    }

    enum Reason {
        /** not all was answered within the time for which answers are kept */
        EXPIRED
    }

    static QueryState of(Batch batch, Instant now) {
        State state = batch.state(now);
        return new QueryState(
                batch.id(),
                state,
                state == State.FAILED ? Reason.EXPIRED : null,
                batch.total(),
                batch.answered(),
                batch.purpose(),
                batch.matter(),
                here(batch.askedAt()),
                here(batch.expiresAt()));
    }

    static QueryState of(String id, AccessLog.Logged logged) {
        return new QueryState(
                id,
                State.DONE,
                null,
                1,
                1,
                logged.look().purpose(),
                logged.look().matter(),
                here(logged.at()),
                null);
    }

    private static OffsetDateTime here(Instant at) {
        return at.atZone(BusinessClock.ZONE).toOffsetDateTime();
    }
}
