package org.jointcredit.sanction.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.Force;
import org.jointcredit.contract.event.Hold;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.MeasureKind;
import org.jointcredit.contract.event.Nature;
import org.jointcredit.contract.event.NoticeFlag;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.sanction.identity.Identities.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A notice as its readers get it.
 *
 * @param rule the rule of the pinned rule set behind it
 * @param provisional a deadline that runs rests on a year or season whose holiday notice is not loaded yet
 * @param dueBefore the last day for what is owed before a newer calendar moved it
 * @param remindedAt when the agency was reminded of {@code dueNow}
 * @param escalatedAt when it was called late after {@code dueNow}
 * @param timeline with a single notice only
 */
public record NoticeView(
        String id,
        String action,
        String listing,
        String listingNumber,
        String listType,
        String measure,
        String text,
        String basis,
        MeasureKind kind,
        Force force,
        Nature nature,
        String agency,
        SubjectView subject,
        Legal legal,
        AgencyState agencyState,
        boolean applied,
        Owes owes,
        List<NoticeFlag> flags,
        List<Hold> holds,
        @Nullable Instant issuedAt,
        @Nullable LocalDate dueReceive,
        @Nullable LocalDate dueExecute,
        @Nullable LocalDate dueNow,
        @Nullable LocalDate dueBefore,
        @Nullable Instant remindedAt,
        @Nullable Instant escalatedAt,
        boolean provisional,
        @Nullable String calendar,
        String rule,
        String lawVersion,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TimelineEntry> timeline) {

    /** @param name of a person masked, save to the notice's own agency in {@code notices/{id}} */
    public record SubjectView(
            String id,
            SubjectKind kind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String code,

            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String documentKind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String idNumber) {

        static SubjectView of(Notice.Subject subject) {
            return new SubjectView(subject.id(), subject.kind(), subject.code(), subject.name(), null, null);
        }

        SubjectView identified(Identity identity) {
            return new SubjectView(id, kind, code, identity.name(), identity.documentKind(), identity.idNumber());
        }
    }

    public static NoticeView of(Notice notice) {
        return of(notice, SubjectView.of(notice.imposed().subject()), List.of());
    }

    static NoticeView of(Notice notice, SubjectView subject, List<TimelineEntry> timeline) {
        var origin = notice.origin();
        var imposed = notice.imposed();
        var standing = notice.standing();
        var term = standing.term();
        var due = notice.due();
        return new NoticeView(
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
                subject,
                notice.legal(),
                notice.record().state(),
                notice.record().applied(),
                notice.owes(),
                notice.flags().stream().sorted().toList(),
                standing.holds(),
                standing.issuedAt(),
                term == null ? null : term.dueReceive(),
                term == null ? null : term.dueExecute(),
                notice.dueNow(),
                due == null ? null : due.before(),
                notice.alertedAt(Alert.REMINDED),
                notice.alertedAt(Alert.OVERDUE),
                (term != null && term.provisional()) || (due != null && due.provisional()),
                term == null ? null : term.calendar(),
                origin.rule(),
                origin.lawVersion(),
                timeline);
    }
}
