package org.jointcredit.sanction.supervision;

import java.util.EnumMap;
import java.util.Map;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.sanction.action.Overdue;

/** What some cells say together, on a day. */
final class Sum {

    private final int[] byLegal = new int[Legal.values().length];
    private final int[] byAgencyState = new int[AgencyState.values().length];
    private final int[] byOwes = new int[Owes.values().length];
    private final Times toReceive = new Times();
    private final Times toExecute = new Times();
    private int total;
    private int overdue;
    private int flagged;
    private int whileSuspended;

    /** @param agency whose cell it is */
    void add(Counted cell, String agency, Overdue pastDue) {
        for (var entry : cell.states()) {
            Counter.State state = entry.counter();
            int n = entry.count();
            total += n;
            byLegal[state.legal().ordinal()] += n;
            byAgencyState[state.agency().ordinal()] += n;
            flagged += state.flagged() ? n : 0;
            whileSuspended += state.whileSuspended() ? n : 0;
        }
        for (var entry : cell.owed()) {
            Counter.Owed debt = entry.counter();
            byOwes[debt.owes().ordinal()] += entry.count();
            overdue += pastDue.has(agency, debt.owes(), debt.due()) ? entry.count() : 0;
        }
        cell.received(toReceive);
        cell.executed(toExecute);
    }

    int total() {
        return total;
    }

    Part part() {
        return new Part(
                total,
                byAgencyState[AgencyState.EXECUTED.ordinal()],
                byAgencyState[AgencyState.DECLINED.ordinal()],
                overdue,
                flagged);
    }

    int whileSuspended() {
        return whileSuspended;
    }

    Times.Summary timeToReceive() {
        return toReceive.summary();
    }

    Times.Summary timeToExecute() {
        return toExecute.summary();
    }

    Map<Legal, Integer> byLegal() {
        return named(Legal.class, byLegal);
    }

    Map<AgencyState, Integer> byAgencyState() {
        return named(AgencyState.class, byAgencyState);
    }

    Map<Owes, Integer> byOwes() {
        Map<Owes, Integer> owes = named(Owes.class, byOwes);
        int owing = owes.values().stream().mapToInt(n -> n).sum();
        owes.put(Owes.NONE, total - owing);
        return owes;
    }

    private static <E extends Enum<E>> Map<E, Integer> named(Class<E> names, int[] counts) {
        Map<E, Integer> named = new EnumMap<>(names);
        for (E name : names.getEnumConstants()) {
            named.put(name, counts[name.ordinal()]);
        }
        return named;
    }
}
