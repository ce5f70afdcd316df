package org.jointcredit.sanction.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.sanction.action.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures in this instance's memory, renewed by what changed: questions never wait for the database. */
@Component
final class Board {

    private static final int TRY_AGAIN_AFTER = 5;
    private static final int ANSWERS_KEPT = 200;

    private final FigureStore store;
    private final Terms terms;
    private final BusinessClock clock;
    private final Clock system;
    private volatile @Nullable Figures figures;
    private volatile @Nullable Answers answers;
    /** Nothing has been read yet. */
    private long fold = -1;

    private Map<Cell, Counted> cells = Map.of();

    Board(FigureStore store, Terms terms, BusinessClock clock, Clock system) {
        this.store = store;
        this.terms = terms;
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
     * What the figures say to a question. Between two folds the same is said to all who ask it; only {@code asOf} goes
     * on.
     */
    Overview overview(Selection selection) {
        Figures now = figures();
        LocalDate today = clock.today();
        Answers known = answers;
        if (known == null || known.fold() != now.fold() || !known.today().equals(today)) {
            known = new Answers(now.fold(), today, new ConcurrentHashMap<>());
            answers = known;
        }
        Overview answer = known.given().get(selection);
        if (answer == null) {
            answer = now.overview(selection, terms.overdue(today));
            if (known.given().size() < ANSWERS_KEPT) {
                known.given().put(selection, answer);
            }
        }
        return answer.asOf(now.asOfHere());
    }

    private record Answers(long fold, LocalDate today, Map<Selection, Overview> given) {}

    /** Whether there was ever a notice of such a list type. */
    boolean counts(String listType) {
        return figures().cells().keySet().stream()
                .anyMatch(cell -> cell.listType().equals(listType));
    }

    /** What each agency's figures are; those that never had a notice are left out. */
    Map<String, Sum> byAgency(Selection selection) {
        return figures().byAgency(selection, terms.overdue(clock.today()));
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
