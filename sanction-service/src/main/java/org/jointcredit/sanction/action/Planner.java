package org.jointcredit.sanction.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.sanction.measure.Measure;
import org.jointcredit.sanction.measure.Measures;
import org.jointcredit.sanction.rule.RuleSets;
import org.jointcredit.sanction.rule.Trigger;
import org.springframework.stereotype.Component;

/** Applies the law that an action is pinned to. */
@Component
final class Planner {

    private final RuleSets ruleSets;
    private final Measures measures;
    private final Terms terms;

    Planner(RuleSets ruleSets, Measures measures, Terms terms) {
        this.ruleSets = ruleSets;
        this.measures = measures;
        this.terms = terms;
    }

    /** Before a transaction that plans: law that was put in force before it began is known to it. */
    void refresh() {
        ruleSets.refresh();
    }

    PinnedLaw inForce(LocalDate day) {
        var law = ruleSets.governing(day);
        return new PinnedLaw(
                law.rules().entries().getFirst().id(),
                law.rules().version(),
                law.measures().version());
    }

    /** What is repealed by today of the list of measures that an action is pinned to. */
    Repealed repealed(PinnedLaw law, LocalDate today) {
        return new Repealed(measures.inForce(today).version(), measures.repealedSince(law.measures(), today));
    }

    List<PlannedNotice> plan(ListingFact listing, PinnedLaw law) {
        var ruleSet = ruleSets.version(law.rules()).entries().getFirst();
        return ruleSet.plan(measures.version(law.measures()).entries(), Trigger.of(listing)).stream()
                .map(planned -> PlannedNotice.of(
                        listing.listing(),
                        planned.measure(),
                        planned.agency(),
                        planned.subject(),
                        planned.rule(),
                        true))
                .toList();
    }

    List<NoticeChange> align(JointAction action, Map<String, Notice> stored, Instant at, boolean termsChanged) {
        Map<String, Measure> pinned = measures.version(action.law().measures()).entries().stream()
                .collect(Collectors.toMap(Measure::code, Function.identity()));
        LocalDate day = LocalDate.ofInstant(at, BusinessClock.ZONE);
        return new Alignment(action, pinned, at, terms.from(day), termsChanged).changes(stored);
    }
}
