package org.jointcredit.sanction.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Dispatch;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What follows from actions that have changed, within the transaction of who changed them and after their grounds were
 * written: incentives of the same subject that wait or wait no longer, notices, and what others are told. Done twice it
 * changes nothing the second time.
 */
@Component
final class Consequences {

    private final JointActionStore actions;
    private final NoticeStore notices;
    private final Planner planner;
    private final BusinessClock clock;

    Consequences(JointActionStore actions, NoticeStore notices, Planner planner, BusinessClock clock) {
        this.actions = actions;
        this.notices = notices;
        this.planner = planner;
        this.clock = clock;
    }

    /**
     * @param before as it is stored; null: it is new
     * @param action as it is from now on
     */
    record Change(@Nullable JointAction before, JointAction action, Cause cause) {

        boolean termsChanged() {
            return before != null
                    && !Objects.equals(
                            before.listing().until(), action.listing().until());
        }
    }

    /**
     * What is to be sent after the caller's commit.
     *
     * @param actions those that are new
     * @param notices of new ones
     * @param changed whether others have changed, which the relays find
     */
    record Written(List<Dispatch> actions, List<Dispatch> notices, boolean changed) {}

    Written write(List<Change> changed) {
        Map<String, Change> changes = new LinkedHashMap<>();
        changed.forEach(change -> changes.put(change.action().id(), change));
        addIncentives(changes);

        Map<String, Map<String, Notice>> stored = stored(changes.values());
        List<JointAction> opened = new ArrayList<>();
        Map<String, Step> steps = new HashMap<>();
        Map<String, Cause> causes = new HashMap<>();
        Map<String, List<NoticeChange>> moves = new LinkedHashMap<>();
        for (Change change : changes.values()) {
            JointAction action = change.action();
            Map<String, Notice> before = stored.getOrDefault(action.id(), Map.of());
            List<NoticeChange> moved = planner.align(action, before, clock.now(), change.termsChanged());
            if (moved.isEmpty() && !action.untold()) {
                continue;
            }
            Step told = told(action, before, moved);
            causes.put(action.id(), change.cause());
            moves.put(action.id(), moved);
            if (change.before() == null) {
                opened.add(action.told());
                steps.put(action.id(), told);
            } else {
                actions.update(action.told(), told, change.cause());
            }
        }
        List<Dispatch> newActions = actions.open(opened, steps, causes);
        return new Written(newActions, notices.write(moves, causes), moves.size() > opened.size());
    }

    private Map<String, Map<String, Notice>> stored(Collection<Change> changes) {
        List<String> known = changes.stream()
                .filter(change -> change.before() != null)
                .map(change -> change.action().id())
                .toList();
        return known.isEmpty() ? Map.of() : notices.ofActions(known);
    }

    /**
     * Who is on a red and on a severe list gets the sanctions, and the incentives wait (law-codes: default rule set).
     * The subject's ground was written first, so nobody else decides this of the same subject at this moment.
     */
    private void addIncentives(Map<String, Change> changes) {
        Map<String, Cause> causes = new HashMap<>();
        changes.values().forEach(change -> causes.put(subject(change.action()), change.cause()));
        List<JointAction> red = asOfNow(ListClass.RED, causes.keySet(), changes);
        if (red.isEmpty()) {
            return;
        }
        Set<String> subjects = red.stream().map(Consequences::subject).collect(Collectors.toSet());
        Set<String> sanctioned = asOfNow(ListClass.SEVERE, subjects, changes).stream()
                .filter(JointAction::isInForce)
                .map(Consequences::subject)
                .collect(Collectors.toSet());
        for (JointAction action : red) {
            JointAction after = action.waiting(sanctioned.contains(subject(action)), clock.now());
            Change known = changes.get(action.id());
            if (known != null) {
                changes.put(action.id(), new Change(known.before(), after, known.cause()));
            } else if (!after.equals(action)) {
                changes.put(
                        action.id(), new Change(action, after, Objects.requireNonNull(causes.get(subject(action)))));
            }
        }
    }

    /** Those that are stored, as they are with these changes. */
    private List<JointAction> asOfNow(ListClass listClass, Set<String> subjects, Map<String, Change> changes) {
        Map<String, JointAction> found = actions.ofSubjects(subjects, listClass).stream()
                .collect(Collectors.toMap(JointAction::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
        changes.values().stream()
                .map(Change::action)
                .filter(action -> action.listing().listClass() == listClass && subjects.contains(subject(action)))
                .forEach(action -> found.put(action.id(), action));
        return List.copyOf(found.values());
    }

    private static String subject(JointAction action) {
        return action.listing().subject().id();
    }

    private static Step told(JointAction action, Map<String, Notice> before, List<NoticeChange> moves) {
        Map<String, Notice> now = new LinkedHashMap<>(before);
        moves.forEach(move -> now.put(move.notice().id(), move.notice()));
        var payload = new ActionChanged(
                action.id(),
                action.listing().listing(),
                action.holdsOn(),
                now.values().stream()
                        .map(notice -> new ActionChanged.Notice(
                                notice.id(),
                                notice.imposed().measure(),
                                notice.imposed().agency(),
                                notice.imposed().subject().id(),
                                notice.legal(),
                                notice.owes()))
                        .toList());
        return Step.sent(EventTypes.ACTION_CHANGED, payload, Topics.FEEDBACK, action.id());
    }
}
