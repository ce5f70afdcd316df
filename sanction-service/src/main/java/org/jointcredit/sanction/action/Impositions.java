package org.jointcredit.sanction.action;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.sanction.measure.Measure;
import org.jointcredit.sanction.measure.Measures;
import org.springframework.stereotype.Component;

/**
 * What is imposed on a subject, or granted to it, at this moment. Read from the actions alone: a hold or an end that is
 * written there silences all of their measures at once, before any notice has moved (S5, S6).
 */
@Component
public final class Impositions {

    private final JointActionStore actions;
    private final Measures measures;

    Impositions(JointActionStore actions, Measures measures) {
        this.actions = actions;
        this.measures = measures;
    }

    /**
     * @param subjects ids of the subject; empty: no listing ever named it
     * @param names how it is known, a person's masked
     */
    public record Known(Set<String> subjects, Set<String> names, List<Imposition> inForce) {}

    /** @param measure as the law stood that the action is pinned to */
    public record Imposition(String notice, String listing, String listingNumber, String listType, Measure measure) {}

    /** @param agency whose measures are told */
    public Known of(Collection<String> subjectKeys, String agency, LocalDate today) {
        Set<String> subjects = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        List<Imposition> inForce = new ArrayList<>();
        for (JointAction action : actions.about(subjectKeys)) {
            Set<String> here = SubjectKeys.subjectsWith(subjectKeys, action.listing());
            subjects.addAll(here);
            here.forEach(subject -> names.add(action.names().getOrDefault(subject, "")));
            if (isOver(action, today)) {
                continue;
            }
            action.plan().stream()
                    .filter(planned -> planned.agency().equals(agency) && here.contains(planned.subject()))
                    .filter(planned -> action.legal(planned) == Legal.IN_FORCE && isListed(planned.measure(), today))
                    .forEach(planned -> inForce.add(imposition(action, planned)));
        }
        return new Known(subjects, names, inForce);
    }

    /** What is over is not shown even before collection has ended it. */
    private static boolean isOver(JointAction action, LocalDate today) {
        LocalDate until = action.listing().until();
        return until != null && until.isBefore(today);
    }

    /** What is repealed is not shown even before its notices are lifted (S1). */
    private boolean isListed(String measure, LocalDate today) {
        return measures.inForce(today).entries().stream()
                .anyMatch(entry -> entry.code().equals(measure));
    }

    private Imposition imposition(JointAction action, PlannedNotice planned) {
        Measure measure = measures.version(action.law().measures()).entries().stream()
                .filter(entry -> entry.code().equals(planned.measure()))
                .findFirst()
                .orElseThrow();
        var listing = action.listing();
        return new Imposition(planned.id(), listing.listing(), listing.number(), listing.listType(), measure);
    }
}
