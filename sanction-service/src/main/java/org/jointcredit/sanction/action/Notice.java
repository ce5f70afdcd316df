package org.jointcredit.sanction.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.Force;
import org.jointcredit.contract.event.Hold;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.MeasureKind;
import org.jointcredit.contract.event.Nature;
import org.jointcredit.contract.event.NoticeFlag;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.contract.event.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * 通知: one measure of one joint action, for one agency and one subject.
 *
 * @param standing the law's side: what it is worth, as it follows from the action
 * @param record the agency's side: what it reported
 * @param flags what was reported late, or should not have been done
 * @param due until when the agency has to do what it owes; null where it owes nothing
 * @param alerts what it was told of its deadlines
 */
public record Notice(
        String id,
        long seq,
        Origin origin,
        Imposed imposed,
        Standing standing,
        AgencyRecord record,
        Set<NoticeFlag> flags,
        @Nullable Due due,
        Alerts alerts) {

    public Notice {
        flags = flags.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(flags));
    }

    /**
     * What set it off.
     *
     * @param department the initiating department, which may read what its listings set off
     */
    public record Origin(
            String action,
            String listing,
            String listingNumber,
            String listType,
            ListClass listClass,
            String department,
            String rule,
            String lawVersion) {}

    /** What is imposed or granted, on whom, by which agency: as the law stood that the action is pinned to. */
    public record Imposed(
            String measure,
            String text,
            String basis,
            MeasureKind kind,
            Force force,
            Nature nature,
            String agency,
            Subject subject) {}

    /**
     * @param code organisations only
     * @param name an organisation's name, or a person's masked one
     */
    public record Subject(
            String id, SubjectKind kind, @Nullable String code, String name) {}

    static Notice issued(String id, Origin origin, Imposed imposed, Instant at, NoticeDeadlines deadlines) {
        return begun(id, origin, imposed, Standing.issued(at, deadlines)).due(deadlines);
    }

    static Notice heldBack(String id, Origin origin, Imposed imposed, Instant at, List<Hold> holds) {
        return begun(id, origin, imposed, Standing.heldBack(at, holds));
    }

    private static Notice begun(String id, Origin origin, Imposed imposed, Standing standing) {
        return new Notice(id, 0, origin, imposed, standing, AgencyRecord.NOTHING, Set.of(), null, Alerts.NONE);
    }

    public Legal legal() {
        return standing.legal();
    }

    public boolean wasIssued() {
        return standing.issuedAt() != null;
    }

    /** What the agency owes; nothing while nothing was sent to it. */
    public Owes owes() {
        return wasIssued() ? record.owes(legal()) : Owes.NONE;
    }

    /** The same notice in force for the first time, or again after it was lifted. */
    Notice issuedNow(Instant at, NoticeDeadlines deadlines) {
        var now = standing.issuedAgain(at, deadlines);
        return new Notice(id, seq, origin, imposed, now, record.measuredAnew(), flags, due, alerts).due(deadlines);
    }

    /** In force again after a suspension: its deadlines start again. */
    Notice resumed(Instant at, NoticeDeadlines deadlines) {
        return with(standing.resumed(at, deadlines)).due(deadlines);
    }

    /** Suspended as before, for other reasons. */
    Notice held(List<Hold> why) {
        return with(standing.held(why));
    }

    Notice moved(Legal to, Instant at, List<Hold> why, NoticeDeadlines deadlines) {
        return with(standing.moved(to, at, why)).due(deadlines);
    }

    /** A report of its agency: kept as the fact it is, whatever the state (S3). */
    public Notice reported(AgencyState report, Set<NoticeFlag> raised, Instant at, NoticeDeadlines deadlines) {
        var all = EnumSet.noneOf(NoticeFlag.class);
        all.addAll(flags);
        all.addAll(raised);
        var reported = new Notice(id, seq, origin, imposed, standing, record.after(report, at), all, due, alerts);
        if (reported.owes() == owes()) {
            return reported;
        }
        // what was settled and is owed again by this report has its days from this report on, like a resumption
        return owes() == Owes.NONE && reported.owes() == Owes.EXECUTION
                ? reported.with(standing.with(new Standing.Term(term().receive(), deadlines.execute())))
                        .due(deadlines)
                : reported.due(deadlines);
    }

    public Notice at(long newSeq) {
        return new Notice(id, newSeq, origin, imposed, standing, record, flags, due, alerts);
    }

    private Notice with(Standing now) {
        return new Notice(id, seq, origin, imposed, now, record, flags, due, alerts);
    }

    /** The deadline of what is owed from now on. */
    private Notice due(NoticeDeadlines deadlines) {
        return due(
                switch (owes()) {
                    case NONE -> null;
                    case RECEIPT -> term().receive();
                    case EXECUTION -> term().execute();
                    case PAUSE -> deadlines.pause();
                    case RELEASE -> deadlines.release();
                    case UNDOING -> deadlines.undo();
                });
    }

    private Notice due(@Nullable Due now) {
        return new Notice(id, seq, origin, imposed, standing, record, flags, now, alerts);
    }

    /** The last day for what the agency owes; null where it owes nothing. */
    public @Nullable LocalDate dueNow() {
        return due == null ? null : due.date();
    }

    /**
     * Its open deadlines by a newer calendar. What was received in time stays so: a deadline that is behind it is not
     * touched.
     */
    public Notice recounted(BiFunction<Owes, Due, Due> recount) {
        if (due == null) {
            return this;
        }
        return switch (owes()) {
            case NONE -> this;
            case RECEIPT -> {
                var receive = recount.apply(Owes.RECEIPT, term().receive());
                var execute = recount.apply(Owes.EXECUTION, term().execute());
                yield with(standing.with(new Standing.Term(receive, execute))).due(receive);
            }
            case EXECUTION -> {
                var execute = recount.apply(Owes.EXECUTION, term().execute());
                yield with(standing.with(new Standing.Term(term().receive(), execute)))
                        .due(execute);
            }
            case PAUSE, RELEASE, UNDOING -> due(recount.apply(owes(), due));
        };
    }

    /** Its agency was told of the deadline that runs now. */
    public Notice alerted(Alert kind, Instant at) {
        var told = alerts.and(kind, Objects.requireNonNull(dueNow()), at);
        return new Notice(id, seq, origin, imposed, standing, record, flags, due, told);
    }

    /** When the agency was told of the deadline that runs now; null: it was not. */
    public @Nullable Instant alertedAt(Alert kind) {
        return due == null ? null : alerts.at(kind, due.date());
    }

    /** The first day on which something is to be said of the deadline that runs now; null: nothing is. */
    @Nullable
    LocalDate alertOn() {
        if (due == null || alertedAt(Alert.OVERDUE) != null) {
            return null;
        }
        return due.remindOn() != null && alertedAt(Alert.REMINDED) == null
                ? due.remindOn()
                : due.date().plusDays(1);
    }

    public Standing.Term term() {
        return Objects.requireNonNull(standing.term(), "a notice that was never issued has no deadlines");
    }
}
