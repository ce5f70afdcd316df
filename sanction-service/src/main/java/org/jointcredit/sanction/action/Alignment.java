package org.jointcredit.sanction.action;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Hold;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.NoticeIssued;
import org.jointcredit.contract.event.NoticeMoved;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.sanction.measure.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Brings the notices of an action to what the action says they are worth, and tells their agencies. Done twice it
 * changes nothing the second time.
 */
final class Alignment {

    private final JointAction action;
    private final Map<String, Measure> measures;
    private final Instant at;
    private final NoticeDeadlines deadlines;
    private final boolean termsChanged;

    /**
     * @param measures those of the version that the action is pinned to, by code
     * @param termsChanged the listing's own term is another than before: agencies that go on are told
     */
    Alignment(
            JointAction action,
            Map<String, Measure> measures,
            Instant at,
            NoticeDeadlines deadlines,
            boolean termsChanged) {
        this.action = action;
        this.measures = measures;
        this.at = at;
        this.deadlines = deadlines;
        this.termsChanged = termsChanged;
    }

    /** @param stored the action's notices as they are, by id */
    List<NoticeChange> changes(Map<String, Notice> stored) {
        List<NoticeChange> changes = new ArrayList<>();
        for (PlannedNotice planned : action.plan()) {
            Notice notice = stored.get(planned.id());
            NoticeChange change = notice == null ? begin(planned) : move(notice, planned);
            if (change != null) {
                changes.add(change);
            }
        }
        return changes;
    }

    private @Nullable NoticeChange begin(PlannedNotice planned) {
        List<Hold> holds = action.holdsOn(planned);
        return switch (action.legal(planned)) {
            case IN_FORCE ->
                told(null, Notice.issued(planned.id(), origin(planned), imposed(planned), at, deadlines), null);
            case SUSPENDED ->
                new NoticeChange(
                        null,
                        Notice.heldBack(planned.id(), origin(planned), imposed(planned), at, holds),
                        List.of(held("held-back", holds)));
            case ENDED, RECALLED -> null;
        };
    }

    private @Nullable NoticeChange move(Notice notice, PlannedNotice planned) {
        Legal before = notice.legal();
        Legal now = action.legal(planned);
        List<Hold> holds = action.holdsOn(planned);
        if (before == now) {
            return stays(notice, holds);
        }
        return switch (now) {
            case IN_FORCE ->
                before == Legal.SUSPENDED && notice.wasIssued()
                        ? told(notice, notice.resumed(at, deadlines), EventTypes.NOTICE_RESUMED)
                        : told(notice, notice.issuedNow(at, deadlines), null);
            case SUSPENDED -> told(notice, notice.moved(now, at, holds, deadlines), EventTypes.NOTICE_SUSPENDED);
            case ENDED -> told(notice, notice.moved(now, at, List.of(), deadlines), EventTypes.NOTICE_LIFTED);
            case RECALLED -> told(notice, notice.moved(now, at, List.of(), deadlines), EventTypes.NOTICE_RECALLED);
        };
    }

    /** For its agency one reason more or less to stand still is none to move. */
    private @Nullable NoticeChange stays(Notice notice, List<Hold> holds) {
        return switch (notice.legal()) {
            case IN_FORCE -> termsChanged ? told(notice, notice, EventTypes.NOTICE_UPDATED) : null;
            case SUSPENDED ->
                holds.equals(notice.standing().holds())
                        ? null
                        : new NoticeChange(notice, notice.held(holds), List.of(held("holds-changed", holds)));
            case ENDED, RECALLED -> null;
        };
    }

    /** @param type of the move; null: the whole notice is sent as issued */
    private NoticeChange told(@Nullable Notice before, Notice notice, @Nullable String type) {
        if (!notice.wasIssued()) {
            return new NoticeChange(before, notice, List.of(Step.kept("never-sent", Map.of("legal", notice.legal()))));
        }
        Object payload = type == null ? issuedPayload(notice) : movedPayload(notice);
        String sentAs = type == null ? EventTypes.NOTICE_ISSUED : type;
        return new NoticeChange(
                before,
                notice,
                List.of(Step.sent(
                        sentAs,
                        payload,
                        Topics.response(notice.imposed().agency()),
                        notice.imposed().subject().id())));
    }

    private NoticeIssued issuedPayload(Notice notice) {
        var origin = notice.origin();
        var imposed = notice.imposed();
        var subject = imposed.subject();
        var decision = action.listing().decision();
        return new NoticeIssued(
                notice.id(),
                origin.action(),
                origin.listing(),
                origin.listingNumber(),
                origin.listType(),
                imposed.measure(),
                imposed.text(),
                imposed.basis(),
                imposed.kind(),
                imposed.force(),
                imposed.nature(),
                imposed.agency(),
                new NoticeIssued.Subject(
                        subject.id(),
                        subject.kind(),
                        subject.code(),
                        subject.kind() == SubjectKind.ORGANISATION ? subject.name() : null),
                new NoticeIssued.DecisionReference(decision.document(), decision.authority(), decision.date()),
                action.listing().effectiveFrom(),
                action.listing().until(),
                Objects.requireNonNull(notice.standing().issuedAt()),
                notice.term().dueReceive(),
                notice.term().dueExecute(),
                notice.term().provisional(),
                origin.lawVersion());
    }

    private NoticeMoved movedPayload(Notice notice) {
        return new NoticeMoved(
                notice.id(),
                action.id(),
                reason(notice),
                notice.standing().holds(),
                notice.owes(),
                at,
                notice.dueNow());
    }

    /** Why it moved, as a code: how the listing ended, or what else happened to it. */
    private String reason(Notice notice) {
        var ended = action.listing().ended();
        if (ended != null) {
            return ended.reason().name();
        }
        return switch (notice.legal()) {
            case ENDED -> "SUBJECT_NO_LONGER_LISTED";
            case SUSPENDED -> "HOLD";
            case IN_FORCE -> termsChanged ? "LISTING_CHANGED" : "HOLD_ENDED";
            case RECALLED -> "REVOKED";
        };
    }

    private Notice.Origin origin(PlannedNotice planned) {
        var listing = action.listing();
        return new Notice.Origin(
                action.id(),
                listing.listing(),
                listing.number(),
                listing.listType(),
                listing.listClass(),
                listing.department(),
                planned.rule(),
                action.law().label());
    }

    private Notice.Imposed imposed(PlannedNotice planned) {
        Measure measure = Objects.requireNonNull(measures.get(planned.measure()), planned.measure());
        return new Notice.Imposed(
                measure.code(),
                measure.text(),
                measure.basis(),
                measure.kind(),
                measure.force(),
                measure.nature(),
                planned.agency(),
                subject(planned.subject()));
    }

    private Notice.Subject subject(String id) {
        ListedSubject listed = action.listing().subject();
        String name = action.names().getOrDefault(id, "");
        return id.equals(listed.id())
                ? new Notice.Subject(id, listed.kind(), listed.code(), name)
                : new Notice.Subject(id, SubjectKind.PERSON, null, name);
    }

    private static Step held(String what, List<Hold> holds) {
        return Step.kept(what, Map.of("holds", holds.stream().map(Hold::owner).toList()));
    }
}
