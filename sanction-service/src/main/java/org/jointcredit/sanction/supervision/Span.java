package org.jointcredit.sanction.supervision;

import java.time.Duration;
import java.time.Instant;

/**
 * How long something took, as exactly as it is counted: seconds below an hour, whole minutes below a day, whole hours
 * above. So a year's answers fit into few buckets, and a median read from them is that of the rounded times.
 */
final class Span {

    private static final int HOUR = 3_600;
    private static final int DAY = 24 * HOUR;
    private static final int MINUTES_FROM = HOUR;
    private static final int HOURS_FROM = MINUTES_FROM + DAY / 60;

    private Span() {}

    /** The bucket, in the order of length; clocks that disagree make no time negative. */
    static int bucket(Instant from, Instant to) {
        long seconds = Math.max(0, Duration.between(from, to).toSeconds());
        if (seconds < HOUR) {
            return (int) seconds;
        }
        return seconds < DAY ? MINUTES_FROM + (int) (seconds / 60) : HOURS_FROM + (int) (seconds / HOUR);
    }

    static long seconds(int bucket) {
        if (bucket < MINUTES_FROM) {
            return bucket;
        }
        return bucket < HOURS_FROM ? (bucket - MINUTES_FROM) * 60L : (bucket - HOURS_FROM) * (long) HOUR;
    }
}
