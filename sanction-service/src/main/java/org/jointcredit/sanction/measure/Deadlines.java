package org.jointcredit.sanction.measure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jointcredit.contract.event.Owes;

/** How many working days an agency has for what it owes of a notice (S4, P5.9). */
public record Deadlines(int receive, int execute, int pause, int release, int undo) {
    /**
     * One entry of {@code law/deadlines.yaml}.
     *
     * @param workingDays day 1 is the first working day after it began to owe
     */
    record Deadline(Owes owes, String name, String nameEn, int workingDays, String basis) {}

    static Deadlines of(List<Deadline> entries) {
        Map<Owes, Integer> days = new EnumMap<>(Owes.class);
        for (Deadline entry : entries) {
            if (entry.workingDays() < 1 || days.put(entry.owes(), entry.workingDays()) != null) {
                throw new IllegalStateException("law/deadlines.yaml: " + entry.owes() + " must stand once, with a"
                        + " period of at least one working day");
            }
        }
        return new Deadlines(
                of(days, Owes.RECEIPT),
                of(days, Owes.EXECUTION),
                of(days, Owes.PAUSE),
                of(days, Owes.RELEASE),
                of(days, Owes.UNDOING));
    }

    private static int of(Map<Owes, Integer> days, Owes owes) {
        Integer period = days.get(owes);
        if (period == null) {
            throw new IllegalStateException("law/deadlines.yaml has no entry for " + owes);
        }
        return period;
    }
}
