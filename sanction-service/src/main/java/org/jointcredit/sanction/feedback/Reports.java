package org.jointcredit.sanction.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.FeedbackRecorded;
import org.jointcredit.contract.event.FeedbackSealed;
import org.jointcredit.contract.event.Force;
import org.jointcredit.contract.event.NoticeFlag;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.sanction.action.FeedbackSeal;
import org.jointcredit.sanction.action.Notice;
import org.jointcredit.sanction.action.NoticeChange;
import org.jointcredit.sanction.action.NoticeStore.Command;
import org.jointcredit.sanction.action.NoticeStore.Recorded;
import org.jointcredit.sanction.action.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a report makes of a notice, and what the others are told of it. */
@Component
final class Reports {

    private final Terms terms;
    private final FieldCipher cipher;
    private final BusinessClock clock;

    Reports(Terms terms, FieldCipher cipher, BusinessClock clock) {
        this.terms = terms;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** A mandatory measure cannot be declined (P5.6): the only report that is refused for what it says. */
    static List<FieldError> refused(Notice notice, ReportKind kind) {
        return kind == ReportKind.REFUSAL && notice.imposed().force() == Force.MANDATORY
                ? List.of(new FieldError("notice", ErrorCode.NO_BASIS, null, "P5.6"))
                : List.of();
    }

    Recorded recorded(Notice notice, Report report, Cause cause, @Nullable Command command) {
        Instant now = clock.now();
        Set<NoticeFlag> raised = Lateness.of(notice, report, now, clock.today());
        Notice after = notice.reported(report.kind().state(), raised, now, terms.from(clock.today()));
        return new Recorded(new NoticeChange(notice, after, List.of(told(after, report, now))), cause, command);
    }

    private Step told(Notice notice, Report report, Instant now) {
        var sealed = new FeedbackSealed(report.by(), report.outcome(), report.reason(), report.evidence());
        var payload = new FeedbackRecorded(
                notice.id(),
                notice.origin().action(),
                notice.origin().listing(),
                notice.imposed().agency(),
                notice.imposed().measure(),
                notice.imposed().subject().id(),
                report.kind().state(),
                notice.record().state(),
                notice.legal(),
                notice.record().applied(),
                notice.owes(),
                notice.flags().stream().sorted().toList(),
                now,
                report.executedAt(),
                report.amount(),
                FeedbackSeal.seal(sealed, notice.id(), cipher));
        return Step.sent(EventTypes.FEEDBACK_RECORDED, payload, Topics.FEEDBACK, notice.id());
    }
}
