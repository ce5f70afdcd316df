package org.jointcredit.platform.eventing;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.web.client.ResourceAccessException;

/** Tells what cannot be done now, and is tried again for ever, from what can never be done. */
public final class Outage {

    private Outage() {}

    /** True where the cause is a database, broker or service that is away, or a race that another attempt wins. */
    public static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof MongoTimeoutException
                    || cause instanceof MongoSocketException
                    || cause instanceof MongoNotPrimaryException
                    || cause instanceof MongoNodeIsRecoveringException
                    || cause instanceof MongoConnectionPoolClearedException
                    || cause instanceof MongoServerUnavailableException
                    || cause instanceof MongoCursorNotFoundException
                    || cause instanceof MongoInterruptedException
                    || isWrittenButNotYetByAMajority(cause)
                    || cause instanceof RetriableException
                    || cause instanceof AuthenticationException
                    || cause instanceof AuthorizationException
                    || cause instanceof ResourceAccessException
                    || (cause instanceof MongoException mongo
                            && (mongo.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                                    || mongo.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)
                                    || mongo.hasErrorLabel("RetryableWriteError")))) {
                return true;
            }
        }
        return false;
    }

    /** A database that goes down while it waits for the majority; idempotent work is done again. */
    private static boolean isWrittenButNotYetByAMajority(Throwable cause) {
        return cause instanceof MongoWriteConcernException
                || (cause instanceof MongoBulkWriteException bulk
                        && bulk.getWriteErrors().isEmpty()
                        && bulk.getWriteConcernError() != null);
    }

    /** The kinds of the failure and its causes; never their messages, which may hold what a log must not. */
    static String describe(Throwable failure) {
        var text = new StringBuilder(failure.getClass().getSimpleName());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            text.append(" < ").append(cause.getClass().getSimpleName());
        }
        return text.toString();
    }

    static void pause(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }
}
