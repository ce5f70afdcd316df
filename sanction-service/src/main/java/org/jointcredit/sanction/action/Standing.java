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
     * The deadlines of an issued notice (S4).
     *
     * @param calendar version of the calendar they were counted with
     * @param provisional they rest on a year or season whose holiday notice is not loaded yet
     */
    public record Term(LocalDate dueReceive, LocalDate dueExecute, boolean provisional, String calendar) {

        static Term of(NoticeDeadlines deadlines) {
            var receive = deadlines.receive();
            var execute = deadlines.execute();
            return new Term(
                    receive.date(),
                    execute.date(),
                    receive.provisional() || execute.provisional(),
                    execute.calendarVersion());
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

    Standing moved(Legal to, Instant at, List<Hold> why) {
        return new Standing(to, at, why, issuedAt, term);
    }
}
