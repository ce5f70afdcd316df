package org.jointcredit.benchmark;

import java.util.List;

/// What was measured several times.
final class Samples {
    private Samples() {}

    static double median(List<Double> values) {
        return percentile(values, 50);
    }

    /// The smallest value that this share of all values does not exceed.
    static double percentile(List<Double> values, int percent) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
