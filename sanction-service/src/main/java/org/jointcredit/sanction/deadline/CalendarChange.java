package org.jointcredit.sanction.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.NoticeMoved;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.sanction.action.Due;
import org.jointcredit.sanction.action.Notice;
import org.jointcredit.sanction.action.NoticeChange;
import org.jointcredit.sanction.action.NoticeStore;
import org.jointcredit.sanction.action.NoticeStore.Recorded;
import org.jointcredit.sanction.action.Terms;
import org.springframework.stereotype.Component;

/**
 * Counts open deadlines again when a newer calendar is in force (domain-facts: calendars). The calendar that a notice
 * names says whether it was; an instance that does not know the newer calendar yet leaves it alone.
 */
@Component
final class CalendarChange {

    private final NoticeStore notices;
    private final Terms terms;
    private final BusinessClock clock;
    private final Relay noticeRelay;
    private final DeadlineWatch.Batches batches = new DeadlineWatch.Batches();

    CalendarChange(NoticeStore notices, Terms terms, BusinessClock clock, Relay noticeRelay) {
        this.notices = notices;
        this.terms = terms;
        this.clock = clock;
        this.noticeRelay = noticeRelay;
    }

    void run() {
        List<String> earlier = terms.earlierCalendars();
        if (!earlier.isEmpty()) {
            batches.untilDone(most -> notices.countedWith(earlier, most), this::recount);
        }
    }

    void recount(List<Notice> open) {
        if (!open.isEmpty()) {
            notices.record(open.stream().map(this::recounted).toList());
            noticeRelay.wake();
        }
    }

    private Recorded recounted(Notice notice) {
        LocalDate today = clock.today();
        Notice after = notice.recounted((owes, due) -> terms.recounted(owes, due, today));
        return new Recorded(
                new NoticeChange(notice, after, List.of(updated(notice, after))),
                Cause.first("sanction-service", clock.now()),
                null);
    }

    private static boolean saysTheSame(Notice before, Notice after) {
        return saysTheSame(due(before), due(after))
                && saysTheSame(before.term().execute(), after.term().execute());
    }

    private static boolean saysTheSame(Due before, Due after) {
        return before.date().equals(after.date()) && before.provisional() == after.provisional();
    }

    /** An agency is told of what changes for it; that nothing did stands in the journal alone. */
    private Step updated(Notice before, Notice after) {
        var payload = new NoticeMoved(
                after.id(),
                after.origin().action(),
                "calendar version " + due(after).calendar() + " in force",
                after.standing().holds(),
                after.owes(),
                clock.now(),
                due(after).date());
        return saysTheSame(before, after)
                ? Step.kept(EventTypes.NOTICE_UPDATED, payload)
                : Step.sent(
                        EventTypes.NOTICE_UPDATED,
                        payload,
                        Topics.response(after.imposed().agency()),
                        after.imposed().subject().id());
    }

    private static Due due(Notice notice) {
        return Objects.requireNonNull(notice.due());
    }
}
