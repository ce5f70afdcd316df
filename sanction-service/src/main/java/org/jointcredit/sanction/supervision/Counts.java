package org.jointcredit.sanction.supervision;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jointcredit.sanction.action.Notice;

/** How many notices are what, cell by cell; or how much that changes. */
final class Counts {

    private final Map<Cell, Tally> cells = new HashMap<>();

    /** @param n 1: it is counted from now on; -1: no longer as what it is here */
    void add(Notice notice, int n) {
        if (notice.wasIssued()) {
            Tally tally = of(Cell.of(notice));
            Counter.of(notice).forEach(counter -> tally.add(counter, n));
        }
    }

    void add(Cell cell, Tally tally, int sign) {
        of(cell).add(tally, sign);
    }

    /** What is nothing is left out. */
    void forEach(BiConsumer<Cell, Tally> reader) {
        cells.forEach((cell, tally) -> {
            if (!tally.isZero()) {
                reader.accept(cell, tally);
            }
        });
    }

    private Tally of(Cell cell) {
        return cells.computeIfAbsent(cell, _ -> new Tally());
    }
}
