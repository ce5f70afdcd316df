package org.jointcredit.objection.notice;

import java.util.List;
import java.util.Objects;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.FeedbackRecorded;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.InboundEvent;
import org.jointcredit.platform.time.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes in what sanction tells of actions and reports; who waits for a confirmation is told once it is known here. */
@Component
final class Notices {
    private final NoticeStore store;
    private final ApplicationEventPublisher waiting;
    private final BusinessClock clock;

    Notices(NoticeStore store, ApplicationEventPublisher waiting, BusinessClock clock) {
        this.store = store;
        this.waiting = waiting;
        this.clock = clock;
    }

    void take(List<InboundEvent> events) {
        for (InboundEvent event : events) {
            long seq = Objects.requireNonNull(event.headers().sequence());
            if (event.headers().type().equals(EventTypes.FEEDBACK_RECORDED)) {
                store.report(event.as(FeedbackRecorded.class), seq);
            } else {
                var changed = event.as(ActionChanged.class);
                KnownAction action = store.changed(
                        changed, seq, Objects.requireNonNull(event.headers().time()));
                waiting.publishEvent(new ActionMoved(action, Cause.of(event, "objection-service", clock.now())));
            }
        }
    }
}
