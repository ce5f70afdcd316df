package org.jointcredit.sanction.supervision;

import java.util.ArrayList;
import java.util.List;
import org.jointcredit.sanction.action.NoticeStore;
import org.springframework.stereotype.Component;

/** Counts all notices anew and compares: the figures are worth what this says they are. */
@Component
final class Recount {

    private static final int SHOWN = 100;

    private final NoticeStore notices;
    private final FigureStore figures;

    Recount(NoticeStore notices, FigureStore figures) {
        this.notices = notices;
        this.figures = figures;
    }

    /**
     * @param notices that were ever issued
     * @param differences the first hundred
     * @param corrected whether what was wrong is put right
     */
    record Outcome(long notices, long cells, boolean equal, List<Difference> differences, boolean corrected) {}

    /**
     * @param counter a state, something owed, or a time taken
     * @param missing how many notices the figures lack; below zero: how many they have too much
     */
    record Difference(String agency, String measure, String listType, String month, String counter, int missing) {}

    private record Counted(FigureStore.State state, Counts difference, long notices, long cells) {}

    /**
     * Notices, cells and ledger are read as they are at one moment, whatever is written meanwhile.
     *
     * @param correct what is found wrong is put right
     */
    Outcome run(boolean correct) {
        Counted counted = count();
        List<Difference> differences = new ArrayList<>();
        counted.difference()
                .forEach((cell, tally) -> tally.forEach((counter, n) -> {
                    if (differences.size() < SHOWN) {
                        differences.add(new Difference(
                                cell.agency(), cell.measure(), cell.listType(), cell.month(), counter.text(), n));
                    }
                }));
        boolean corrects =
                correct && (!differences.isEmpty() || !counted.state().built());
        if (corrects) {
            figures.correct(counted.difference(), counted.state());
        }
        return new Outcome(counted.notices(), counted.cells(), differences.isEmpty(), differences, corrects);
    }

    private Counted count() {
        return figures.underOneSnapshot(snapshot -> {
            var state = figures.state(snapshot);
            var difference = new Counts();
            long[] numbers = new long[2];
            notices.each(snapshot, notice -> {
                numbers[0] += notice.wasIssued() ? 1 : 0;
                difference.add(notice, 1);
            });
            figures.each(snapshot, (cell, tally) -> {
                numbers[1]++;
                difference.add(cell, tally, -1);
            });
            return new Counted(state, difference, numbers[0], numbers[1]);
        });
    }
}
