package org.jointcredit.sanction.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import org.jointcredit.contract.event.PersonBehind;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.sanction.measure.Measure;
import org.jointcredit.sanction.measure.Reach;

/** Rules that govern together (S2). */
public record RuleSet(String id, String name, String nameEn, String basis, List<Rule> rules) {
    public RuleSet {
        rules = List.copyOf(rules);
    }

    /**
     * The notices a listing sets off: one for each measure, each of its agencies and each distinct subject it reaches,
     * in the order of the rules. A measure two rules ask for is planned once, by the first of them.
     *
     * @param measures those of the version in force
     */
    public List<Planned> plan(Collection<Measure> measures, Trigger trigger) {
        Map<String, Measure> byCode = new HashMap<>();
        measures.forEach(measure -> byCode.put(measure.code(), measure));
        Set<String> seen = new HashSet<>();
        List<Planned> plan = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.fires(trigger)) {
                for (String code : rule.measures()) {
                    if (seen.add(code)) {
                        add(plan, rule, Objects.requireNonNull(byCode.get(code), code), trigger);
                    }
                }
            }
        }
        return List.copyOf(plan);
    }

    private static void add(List<Planned> plan, Rule rule, Measure measure, Trigger trigger) {
        for (String subject : reached(measure.reach(), trigger)) {
            for (String agency : measure.agencies()) {
                plan.add(new Planned(measure.code(), agency, subject, rule.id()));
            }
        }
    }

    /** One person in two roles is one subject. */
    private static SequencedSet<String> reached(Reach reach, Trigger trigger) {
        SequencedSet<String> subjects = new LinkedHashSet<>();
        if (reach.listed(trigger.subject().kind())) {
            subjects.add(trigger.subject().id());
        }
        if (trigger.subject().kind() == SubjectKind.ORGANISATION) {
            for (PersonBehind person : trigger.persons()) {
                if (reach.behind(person.role(), isDirectlyResponsible(person, trigger))) {
                    subjects.add(person.subject());
                }
            }
        }
        return subjects;
    }

    /** The decision says it of the person, in whichever of its roles. */
    private static boolean isDirectlyResponsible(PersonBehind person, Trigger trigger) {
        return trigger.persons().stream()
                .anyMatch(
                        entry -> entry.directlyResponsible() && entry.subject().equals(person.subject()));
    }
}
