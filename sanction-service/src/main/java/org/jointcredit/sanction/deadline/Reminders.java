package org.jointcredit.sanction.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.NoticeAlert;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.sanction.action.Alert;
import org.jointcredit.sanction.action.Notice;
import org.jointcredit.sanction.action.NoticeChange;
import org.jointcredit.sanction.action.NoticeStore;
import org.jointcredit.sanction.action.NoticeStore.Recorded;
import org.jointcredit.sanction.action.Overdue;
import org.jointcredit.sanction.action.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reminds agencies of what they owe before it is due, and calls them late afterwards, of each due date once (S4). Where
 * days went by unseen it says only what is still true.
 */
@Component
final class Reminders {

    private final NoticeStore notices;
    private final Terms terms;
    private final BusinessClock clock;
    private final Relay noticeRelay;
    private final DeadlineWatch.Batches batches = new DeadlineWatch.Batches();

    Reminders(NoticeStore notices, Terms terms, BusinessClock clock, Relay noticeRelay) {
        this.notices = notices;
        this.terms = terms;
        this.clock = clock;
        this.noticeRelay = noticeRelay;
    }

    void run() {
        batches.untilDone(most -> notices.alertsDue(clock.today(), most), this::say);
    }

    private void say(List<Notice> due) {
        LocalDate today = clock.today();
        Overdue overdue = terms.overdue(today);
        List<Recorded> said = new ArrayList<>();
        List<Notice> unsaid = new ArrayList<>();
        for (Notice notice : due) {
            LocalDate last = Objects.requireNonNull(notice.dueNow());
            if (!today.isAfter(last)) {
                said.add(said(notice, Alert.REMINDED, EventTypes.NOTICE_REMINDED, null));
            } else if (overdue.has(notice.imposed().agency(), notice.owes(), last)) {
                said.add(said(notice, Alert.OVERDUE, EventTypes.NOTICE_OVERDUE, ChronoUnit.DAYS.between(last, today)));
            } else {
                unsaid.add(notice);
            }
        }
        notices.leaveUnsaid(unsaid);
        if (!said.isEmpty()) {
            notices.record(said);
            noticeRelay.wake();
        }
    }

    private Recorded said(Notice notice, Alert kind, String type, @Nullable Long daysLate) {
        var now = clock.now();
        var imposed = notice.imposed();
        var payload = new NoticeAlert(
                notice.id(),
                notice.origin().action(),
                notice.owes(),
                Objects.requireNonNull(notice.dueNow()),
                now,
                daysLate);
        Step step = Step.sent(
                type,
                payload,
                Topics.response(imposed.agency()),
                imposed.subject().id());
        return new Recorded(
                new NoticeChange(notice, notice.alerted(kind, now), List.of(step)),
                Cause.first("sanction-service", now),
                null);
    }
}
