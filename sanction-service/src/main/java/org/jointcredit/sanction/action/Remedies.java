package org.jointcredit.sanction.action;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Hold;
import org.jointcredit.contract.event.ObjectionFact;
import org.jointcredit.contract.event.ReviewFact;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.EventHandler;
import org.jointcredit.platform.eventing.InboundEvent;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.platform.time.BusinessClock;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 异议: holds of objections and reviews (S5). A hold is one write on each action that it touches, after which no check
 * names its measures; what follows for the notices is a second step that can be done again and again.
 */
final class Remedies implements EventHandler {

    static final Set<String> TYPES =
            Set.of(EventTypes.OBJECTION_RECEIVED, EventTypes.OBJECTION_DECIDED, EventTypes.REVIEW_DECIDED);
    /** Agencies report on the same notices meanwhile; who still loses then waits as in an outage. */
    private static final int ATTEMPTS = 10;

    private final GroundStore grounds;
    private final JointActionStore actions;
    private final Consequences consequences;
    private final BusinessClock clock;
    private final TransactionTemplate transactions;
    private final Relay actionRelay;
    private final Relay noticeRelay;

    Remedies(
            GroundStore grounds,
            JointActionStore actions,
            Consequences consequences,
            BusinessClock clock,
            TransactionTemplate transactions,
            Relay actionRelay,
            Relay noticeRelay) {
        this.grounds = grounds;
        this.actions = actions;
        this.consequences = consequences;
        this.clock = clock;
        this.transactions = transactions;
        this.actionRelay = actionRelay;
        this.noticeRelay = noticeRelay;
    }

    /**
     * @param against what the case is against
     * @param hold what is said of its hold
     */
    private record Said(Against against, KnownHold hold) {

        static Said of(InboundEvent event) {
            long seq = Objects.requireNonNull(event.headers().sequence());
            if (event.headers().type().equals(EventTypes.REVIEW_DECIDED)) {
                var review = event.as(ReviewFact.class);
                Instant since = Objects.requireNonNull(event.headers().time());
                return new Said(review.against(), KnownHold.of(review, seq, since));
            }
            var objection = event.as(ObjectionFact.class);
            return new Said(objection.against(), KnownHold.of(objection, seq));
        }
    }

    private record Touched(String subject, Cause cause) {}

    /** All holds first: they are what must be quick. */
    @Override
    public void handle(List<InboundEvent> events) {
        Map<String, Touched> touched = new LinkedHashMap<>();
        for (InboundEvent event : events) {
            if (TYPES.contains(event.headers().type())) {
                take(Said.of(event), Cause.of(event, "objection-service", clock.now()), touched);
            }
        }
        touched.forEach((action, by) -> again(() -> follow(action, by)));
        actionRelay.wake();
        noticeRelay.wake();
    }

    private void take(Said said, Cause cause, Map<String, Touched> touched) {
        Grounds.of(said.against()).ifPresent(ground -> {
            grounds.learn(ground, said.hold());
            for (String action : actions.on(ground)) {
                again(() -> touched.put(action, new Touched(hold(action, cause), cause)));
            }
        });
    }

    /**
     * The action is read before its grounds, so that what is written rests on nothing older than what it replaces.
     *
     * @return its subject
     */
    private String hold(String id, Cause cause) {
        JointAction before = Objects.requireNonNull(actions.findAll(List.of(id)).get(id));
        JointAction after = before.held(Grounds.holds(before, grounds.holds(Grounds.of(before.listing()))));
        if (!after.equals(before)) {
            List<String> owners = after.holdsOn().stream().map(Hold::owner).toList();
            actions.update(after, Step.kept("holds-changed", Map.of("holds", owners)), cause);
        }
        return before.listing().subject().id();
    }

    private void follow(String id, Touched by) {
        transactions.executeWithoutResult(_ -> {
            grounds.write(List.of(Grounds.subject(by.subject())));
            JointAction action = actions.touch(id);
            consequences.write(List.of(new Consequences.Change(action, action, by.cause())));
        });
    }

    private static void again(Runnable step) {
        for (int attempt = 1; ; attempt++) {
            try {
                step.run();
                return;
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !NoticeStore.isRace(e)) {
                    throw e;
                }
            }
        }
    }
}
