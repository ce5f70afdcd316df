package org.jointcredit.platform.mongo;

import com.mongodb.MongoException;

/** Transactions that collide with another one. */
public final class WriteConflicts {
    private static final int WRITE_CONFLICT = 112;

    private WriteConflicts() {}

    /** Whether somebody else was writing the same document at the same moment. */
    public static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException mongo && mongo.getCode() == WRITE_CONFLICT) {
                return true;
            }
        }
        return false;
    }
}
