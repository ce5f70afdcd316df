package org.jointcredit.sanction.supervision;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How long it took, of many: a count for each {@link Span} bucket. */
final class Times {

    private int[] counts = new int[0];
    private int total;

    void add(int bucket, int n) {
        if (bucket >= counts.length) {
            counts = Arrays.copyOf(counts, bucket + 1_000);
        }
        counts[bucket] += n;
        total += n;
    }

    /**
     * Seconds, by nearest rank: the smallest time that at least that share of all does not exceed.
     *
     * @param median null where nothing is counted
     */
    record Summary(@Nullable Long median, @Nullable Long p90, int count) {}

    Summary summary() {
        return new Summary(percentile(50), percentile(90), total);
    }

    private @Nullable Long percentile(int percent) {
        if (total == 0) {
            return null;
        }
        long rank = (total * (long) percent + 99) / 100;
        long seen = 0;
        int bucket = -1;
        while (seen < rank) {
            seen += counts[++bucket];
        }
        return Span.seconds(bucket);
    }
}
