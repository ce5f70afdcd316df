package org.jointcredit.sanction.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures in this instance's memory, renewed by what changed: questions never wait for the database. */
@Component
final class Board {

    private static final int TRY_AGAIN_AFTER = 5;

    private final FigureStore store;
    private final BusinessClock clock;
    private final Clock system;
    private volatile @Nullable Figures figures;
    private volatile @Nullable Totals totals;
    /** Nothing has been read yet. */
    private long fold = -1;

    private Map<Cell, Counted> cells = Map.of();

    Board(FigureStore store, BusinessClock clock, Clock system) {
        this.store = store;
        this.clock = clock;
        this.system = system;
    }

    /** @throws Problem 503 until they have been read for the first time */
    Figures figures() {
        Figures now = figures;
        if (now == null) {
            throw Problem.unavailable(TRY_AGAIN_AFTER);
        }
        return now;
    }

    /**
     * What is told of all notices, or of one agency's; counted once a fold and day, as many ask for it.
     *
     * @param agency null: all
     */
    Part total(@Nullable String agency) {
        Figures now = figures();
        LocalDate today = clock.today();
        Totals known = totals;
        if (known == null || known.fold() != now.fold() || !known.today().equals(today)) {
            known = Totals.of(now, today);
            totals = known;
        }
        return agency == null ? known.all() : known.byAgency().getOrDefault(agency, Part.NOTHING);
    }

    private record Totals(long fold, LocalDate today, Part all, Map<String, Part> byAgency) {

        private static Totals of(Figures figures, LocalDate today) {
            Map<String, Part> byAgency = new HashMap<>();
            figures.byAgency(Selection.ALL, today).forEach((agency, sum) -> byAgency.put(agency, sum.part()));
            Part all = byAgency.values().stream().reduce(Part.NOTHING, Part::plus);
            return new Totals(figures.fold(), today, all, byAgency);
        }
    }

    /** By one thread. */
    void renew() {
        Instant now = system.instant();
        Instant businessNow = clock.now();
        FigureStore.Changes changes = store.since(fold);
        if (!changes.cells().isEmpty()) {
            var renewed = new HashMap<>(cells);
            changes.cells().forEach((cell, tally) -> renewed.put(cell, new Counted(tally)));
            cells = renewed;
        }
        fold = changes.state().fold();
        boolean counted = changes.state().built() && !(figures == null && changes.correcting());
        if (counted) {
            Duration behind =
                    changes.waitingSince() == null ? Duration.ZERO : Duration.between(changes.waitingSince(), now);
            figures = new Figures(cells, fold, behind.isNegative() ? businessNow : businessNow.minus(behind));
        }
    }
}
