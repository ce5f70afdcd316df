package org.jointcredit.sanction.supervision;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.sanction.action.Overdue;

/**
 * All cells as they are after a fold.
 *
 * @param asOf up to when everything is counted, by the business clock
 */
record Figures(Map<Cell, Counted> cells, long fold, Instant asOf) {

    Overview overview(Selection selection, Overdue pastDue) {
        var whole = new Sum();
        var agencies = new Groups(cell -> new Cell(cell.agency(), "", "", ""));
        var measures = new Groups(cell -> new Cell("", cell.measure(), "", ""));
        var listTypes = new Groups(cell -> new Cell("", "", cell.listType(), ""));
        var months = new Groups(cell -> new Cell("", "", "", cell.month()));
        var pairs = new Groups(cell -> new Cell(cell.agency(), cell.measure(), "", ""));
        cells.forEach((cell, counted) -> {
            if (selection.has(cell)) {
                Part before = whole.part();
                whole.add(counted, cell.agency(), pastDue);
                Part part = whole.part().minus(before);
                for (Groups groups : List.of(agencies, measures, listTypes, months, pairs)) {
                    groups.add(cell, part);
                }
            }
        });
        return new Overview(
                asOfHere(),
                whole.total(),
                whole.byLegal(),
                whole.byAgencyState(),
                agencies.shares(Groups.MOST_FIRST),
                measures.shares(Groups.MOST_FIRST),
                listTypes.shares(Groups.MOST_FIRST),
                months.shares(Groups.BY_NAME),
                pairs.shares(Groups.MOST_FIRST),
                whole.byOwes(),
                whole.timeToReceive(),
                whole.timeToExecute(),
                whole.part().overdue(),
                whole.part().declined(),
                whole.part().flagged(),
                whole.whileSuspended());
    }

    /** What is counted of each agency; those that never had a notice are left out. */
    Map<String, Sum> byAgency(Selection selection, Overdue pastDue) {
        Map<String, Sum> sums = new TreeMap<>();
        cells.forEach((cell, counted) -> {
            if (selection.has(cell)) {
                sums.computeIfAbsent(cell.agency(), _ -> new Sum()).add(counted, cell.agency(), pastDue);
            }
        });
        return sums;
    }

    OffsetDateTime asOfHere() {
        return OffsetDateTime.ofInstant(asOf, BusinessClock.ZONE);
    }

    private static final class Groups {
        private static final Comparator<Map.Entry<Cell, Part>> BY_NAME =
                Comparator.comparing(entry -> entry.getKey().id());
        private static final Comparator<Map.Entry<Cell, Part>> MOST_FIRST =
                Comparator.<Map.Entry<Cell, Part>>comparingInt(
                                entry -> -entry.getValue().count())
                        .thenComparing(BY_NAME);

        private final Function<Cell, Cell> by;
        private final Map<Cell, Part> parts = new HashMap<>();

        /** @param by which of a cell's names count; the others become empty */
        private Groups(Function<Cell, Cell> by) {
            this.by = by;
        }

        private void add(Cell cell, Part part) {
            parts.merge(by.apply(cell), part, Part::plus);
        }

        private List<Overview.Share> shares(Comparator<Map.Entry<Cell, Part>> order) {
            return parts.entrySet().stream()
                    .filter(entry -> entry.getValue().count() > 0)
                    .sorted(order)
                    .map(entry -> Overview.Share.of(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }
}
