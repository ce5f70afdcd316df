package org.jointcredit.sanction.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
 * @param dueNow until when the agency has to do what it owes; null where it owes nothing
 */
public record Notice(
        String id,
        long seq,
        Origin origin,
        Imposed imposed,
        Standing standing,
        AgencyRecord record,
        Set<NoticeFlag> flags,
        @Nullable LocalDate dueNow) {

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
        return new Notice(id, 0, origin, imposed, Standing.issued(at, deadlines), AgencyRecord.NOTHING, Set.of(), null)
                .due(deadlines);
    }

    static Notice heldBack(String id, Origin origin, Imposed imposed, Instant at, List<Hold> holds) {
        return new Notice(id, 0, origin, imposed, Standing.heldBack(at, holds), AgencyRecord.NOTHING, Set.of(), null);
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
        var now = Standing.issued(at, deadlines);
        return new Notice(id, seq, origin, imposed, now, record.measuredAnew(), flags, dueNow).due(deadlines);
    }

    /** In force again after a suspension: its deadlines start again. */
    Notice resumed(Instant at, NoticeDeadlines deadlines) {
        return with(standing.resumed(at, deadlines)).due(deadlines);
    }

    Notice moved(Legal to, Instant at, List<Hold> why, NoticeDeadlines deadlines) {
        return with(standing.moved(to, at, why)).due(deadlines);
    }

    /** A report of its agency: kept as the fact it is, whatever the state (S3). */
    public Notice reported(AgencyState report, Set<NoticeFlag> raised, Instant at, NoticeDeadlines deadlines) {
        var all = EnumSet.noneOf(NoticeFlag.class);
        all.addAll(flags);
        all.addAll(raised);
        var reported = new Notice(id, seq, origin, imposed, standing, record.after(report, at), all, dueNow);
        return reported.owes() == owes() ? reported : reported.due(deadlines);
    }

    public Notice at(long newSeq) {
        return new Notice(id, newSeq, origin, imposed, standing, record, flags, dueNow);
    }

    private Notice with(Standing now) {
        return new Notice(id, seq, origin, imposed, now, record, flags, dueNow);
    }

    /** The deadline of what is owed from now on. */
    private Notice due(NoticeDeadlines deadlines) {
        var due = switch (owes()) {
            case NONE -> null;
            case RECEIPT -> term().dueReceive();
            case EXECUTION -> term().dueExecute();
            case PAUSE -> deadlines.pause().date();
            case RELEASE -> deadlines.release().date();
            case UNDOING -> deadlines.undo().date();
        };
        return new Notice(id, seq, origin, imposed, standing, record, flags, due);
    }

    public Standing.Term term() {
        return Objects.requireNonNull(standing.term(), "a notice that was never issued has no deadlines");
    }
}
