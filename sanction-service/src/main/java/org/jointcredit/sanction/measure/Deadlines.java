package org.jointcredit.sanction.measure;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointcredit.contract.event.Owes;
import org.jspecify.annotations.Nullable;

/** How many working days an agency has for what it owes of a notice, and what is said of it (S4, P5.9). */
public record Deadlines(Map<Owes, Deadline> byOwes) {
    /** Whom a missed deadline is held against. */
    public enum Escalated {
        GOVERNMENT,
        EVERYONE
    }

    /**
     * One entry of {@code law/deadlines.yaml}.
     *
     * @param workingDays day 1 is the first working day after it began to owe
     * @param remindBefore working days before the last day; null: no reminder
     * @param escalated null: nobody is called late
     */
    public record Deadline(
            Owes owes,
            String name,
            String nameEn,
            int workingDays,
            @Nullable Integer remindBefore,
            @Nullable Escalated escalated,
            String basis) {

        public Deadline {
            if (workingDays < 1 || (remindBefore != null && (remindBefore < 1 || remindBefore >= workingDays))) {
                throw new IllegalArgumentException(
                        owes + " needs a period of at least one working day, and a reminder within it");
            }
        }
    }

    public Deadlines {
        byOwes = Map.copyOf(byOwes);
    }

    static Deadlines of(List<Deadline> entries) {
        Map<Owes, Deadline> byOwes = new EnumMap<>(Owes.class);
        for (Deadline entry : entries) {
            if (byOwes.put(entry.owes(), entry) != null) {
                throw new IllegalStateException("law/deadlines.yaml names " + entry.owes() + " twice");
            }
        }
        for (Owes owes : Owes.values()) {
            if (byOwes.containsKey(owes) == (owes == Owes.NONE)) {
                throw new IllegalStateException(
                        "law/deadlines.yaml must have an entry for all that can be owed: " + owes);
            }
        }
        return new Deadlines(byOwes);
    }

    /** What is held against one of these when it is missed. */
    public Set<Owes> escalated(Escalated... whom) {
        return byOwes.values().stream()
                .filter(deadline -> Arrays.asList(whom).contains(deadline.escalated()))
                .map(Deadline::owes)
                .collect(Collectors.toSet());
    }

    public Deadline of(Owes owes) {
        Deadline deadline = byOwes.get(owes);
        if (deadline == null) {
            throw new IllegalArgumentException(owes + " has no deadline");
        }
        return deadline;
    }
}
