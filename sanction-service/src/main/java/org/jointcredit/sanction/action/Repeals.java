package org.jointcredit.sanction.action;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Outage;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.time.ClockMoved;
import org.jointcredit.sanction.measure.Measures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lifts the notices of measures that are repealed, from the day on which the list without them takes effect (S1). Each
 * action says itself up to which list it was looked at: a crash loses nothing, of several instances one wins, and an
 * action that another instance opened by the earlier list a moment ago is found as well. One look into an index costs
 * nothing, so it is done often.
 */
@Component
final class Repeals {

    private static final Logger log = LoggerFactory.getLogger(Repeals.class);
    /** As many as of new listings, and for the same reason. */
    private static final int ACTIONS_A_TRANSACTION = 20;

    private final Measures measures;
    private final Planner planner;
    private final JointActionStore actions;
    private final GroundStore grounds;
    private final Consequences consequences;
    private final BusinessClock clock;
    private final TransactionTemplate transactions;
    private final Relay actionRelay;
    private final Relay noticeRelay;

    Repeals(
            Measures measures,
            Planner planner,
            JointActionStore actions,
            GroundStore grounds,
            Consequences consequences,
            BusinessClock clock,
            TransactionTemplate transactions,
            Relay actionRelay,
            Relay noticeRelay) {
        this.measures = measures;
        this.planner = planner;
        this.actions = actions;
        this.grounds = grounds;
        this.consequences = consequences;
        this.clock = clock;
        this.transactions = transactions;
        this.actionRelay = actionRelay;
        this.noticeRelay = noticeRelay;
    }

    @EventListener(ClockMoved.class)
    @Scheduled(fixedDelayString = "${jointcredit.repeals.every:1s}")
    synchronized void run() {
        try {
            planner.refresh();
            List<JointAction> left;
            do {
                left = lift(ACTIONS_A_TRANSACTION);
            } while (!left.isEmpty());
        } catch (RuntimeException e) {
            if (!Outage.is(e)) {
                throw e;
            }
            log.info("the lifting of repealed measures waits for the database");
        }
    }

    /** @return those that were looked at; empty: none is left */
    List<JointAction> lift(int most) {
        LocalDate today = clock.today();
        List<String> earlier = measures.before(today);
        List<JointAction> open = earlier.isEmpty() ? List.of() : actions.openSince(earlier, most);
        if (!open.isEmpty()) {
            try {
                liftTogether(open, today);
            } catch (RuntimeException e) {
                if (!NoticeStore.isRace(e)) {
                    throw e;
                }
                open.forEach(action -> liftAlone(action, today));
            }
            actionRelay.wake();
            noticeRelay.wake();
        }
        return open;
    }

    /** Who loses to a report, or to another instance, is found again at the next look. */
    private void liftAlone(JointAction action, LocalDate today) {
        try {
            liftTogether(List.of(action), today);
        } catch (RuntimeException e) {
            if (!NoticeStore.isRace(e)) {
                throw e;
            }
        }
    }

    private void liftTogether(List<JointAction> open, LocalDate today) {
        transactions.executeWithoutResult(_ -> {
            grounds.write(open.stream()
                    .map(action -> Grounds.subject(action.listing().subject().id()))
                    .toList());
            List<Consequences.Change> changes = new ArrayList<>();
            for (JointAction action : open) {
                JointAction now = action.repealed(planner.repealed(action.law(), today));
                if (action.plan().stream().allMatch(planned -> now.legal(planned) == action.legal(planned))) {
                    actions.lookedAt(now);
                } else {
                    changes.add(new Consequences.Change(action, now, Cause.first("sanction-service", clock.now())));
                }
            }
            if (!changes.isEmpty()) {
                consequences.write(changes);
            }
        });
    }
}
