package org.jointcredit.sanction.supervision;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How many of each counter: a map in eight bytes an entry, because a year's figures lie in the memory of a service that
 * has little.
 */
final class Tally {

    private @Nullable Counter[] counters = new Counter[4];
    private int[] counts = new int[4];
    private int size;

    void add(Counter counter, int n) {
        int slot = slot(counters, counter);
        if (counters[slot] == null) {
            if (++size * 4 > counters.length * 3) {
                grow();
                slot = slot(counters, counter);
            }
            counters[slot] = counter;
        }
        counts[slot] += n;
    }

    void add(Tally other, int sign) {
        other.forEach((counter, n) -> add(counter, sign * n));
    }

    /** What there is none of is left out. */
    void forEach(ObjIntConsumer<Counter> reader) {
        for (int i = 0; i < counters.length; i++) {
            Counter counter = counters[i];
            if (counter != null && counts[i] != 0) {
                reader.accept(counter, counts[i]);
            }
        }
    }

    /** How many counters, those of which there is none any more among them. */
    int size() {
        return size;
    }

    boolean isZero() {
        return Arrays.stream(counts).allMatch(n -> n == 0);
    }

    private static int slot(@Nullable Counter[] counters, Counter counter) {
        int slot = spread(counter.hashCode()) & (counters.length - 1);
        while (counters[slot] != null && !counter.equals(counters[slot])) {
            slot = (slot + 1) & (counters.length - 1);
        }
        return slot;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }

    private void grow() {
        var oldCounters = counters;
        var oldCounts = counts;
        counters = new Counter[2 * oldCounters.length];
        counts = new int[counters.length];
        for (int i = 0; i < oldCounters.length; i++) {
            Counter counter = oldCounters[i];
            if (counter != null) {
                int slot = slot(counters, counter);
                counters[slot] = counter;
                counts[slot] = oldCounts[i];
            }
        }
    }
}
