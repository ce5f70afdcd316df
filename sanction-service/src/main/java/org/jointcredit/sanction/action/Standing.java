package org.jointcredit.sanction.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * @param suspensions the earlier ones, that are over: a report may speak of a moment within one
 */
public record Standing(
        Legal legal,
        Instant since,
        List<Hold> holds,
        @Nullable Instant issuedAt,
        @Nullable Term term,
        List<Suspension> suspensions) {

    public Standing {
        holds = List.copyOf(holds);
        suspensions = List.copyOf(suspensions);
    }

    /** @param until when it ended; no longer part of it */
    public record Suspension(Instant from, Instant until) {
        boolean contains(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
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
        return new Standing(Legal.IN_FORCE, at, List.of(), at, Term.of(deadlines), List.of());
    }

    /** Known, but held before it could be sent (S5). */
    static Standing heldBack(Instant at, List<Hold> holds) {
        return new Standing(Legal.SUSPENDED, at, holds, null, null, List.of());
    }

    /** In force for the first time after it was held back, or again after it was lifted. */
    Standing issuedAgain(Instant at, NoticeDeadlines deadlines) {
        return new Standing(Legal.IN_FORCE, at, List.of(), at, Term.of(deadlines), suspensionsUntil(at));
    }

    Standing resumed(Instant at, NoticeDeadlines deadlines) {
        return new Standing(Legal.IN_FORCE, at, List.of(), issuedAt, Term.of(deadlines), suspensionsUntil(at));
    }

    Standing with(Term recounted) {
        return new Standing(legal, since, holds, issuedAt, recounted, suspensions);
    }

    Standing held(List<Hold> why) {
        return new Standing(legal, since, why, issuedAt, term, suspensions);
    }

    Standing moved(Legal to, Instant at, List<Hold> why) {
        return new Standing(to, at, why, issuedAt, term, suspensionsUntil(at));
    }

    private List<Suspension> suspensionsUntil(Instant now) {
        if (legal != Legal.SUSPENDED) {
            return suspensions;
        }
        List<Suspension> all = new ArrayList<>(suspensions);
        all.add(new Suspension(since, now));
        return all;
    }

    /** Whether it was suspended at this moment, as far as is known now. */
    public boolean wasSuspendedAt(Instant moment) {
        return legal == Legal.SUSPENDED && !moment.isBefore(since)
                || suspensions.stream().anyMatch(suspension -> suspension.contains(moment));
    }
}
