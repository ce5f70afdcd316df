package org.jointcredit.sanction.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointcredit.contract.event.Hold;
import org.jointcredit.contract.event.Legal;
import org.jspecify.annotations.Nullable;

/**
 * The law's side of a notice: what it is worth, as it follows from its action.
 *
 * @param since when it became so
 * @param holds why it is suspended
 * @param issuedAt when it was last sent as in force; null: held back from the start, and nothing was sent yet
 * @param term its deadlines; null as long as {@code issuedAt} is
 */
public record Standing(
        Legal legal,
        Instant since,
        List<Hold> holds,
        @Nullable Instant issuedAt,
        @Nullable Term term) {

    public Standing {
        holds = List.copyOf(holds);
    }

    /**
     * The deadlines of an issued notice (S4), counted from the same day, unless a report made it owe execution again.
     *
     * @param execute the later one: it rests on all days that the other rests on
     */
    public record Term(Due receive, Due execute) {

        static Term of(NoticeDeadlines deadlines) {
            return new Term(deadlines.receive(), deadlines.execute());
        }

        public LocalDate dueReceive() {
            return receive.date();
        }

        public LocalDate dueExecute() {
            return execute.date();
        }

        public boolean provisional() {
            return execute.provisional();
        }

        String calendar() {
            return execute.calendar();
        }
    }

    static Standing issued(Instant at, NoticeDeadlines deadlines) {
        return new Standing(Legal.IN_FORCE, at, List.of(), at, Term.of(deadlines));
    }

    /** Known, but held before it could be sent (S5). */
    static Standing heldBack(Instant at, List<Hold> holds) {
        return new Standing(Legal.SUSPENDED, at, holds, null, null);
    }

    Standing resumed(Instant at, NoticeDeadlines deadlines) {
        return new Standing(Legal.IN_FORCE, at, List.of(), issuedAt, Term.of(deadlines));
    }

    Standing with(Term recounted) {
        return new Standing(legal, since, holds, issuedAt, recounted);
    }

    Standing moved(Legal to, Instant at, List<Hold> why) {
        return new Standing(to, at, why, issuedAt, term);
    }
}
