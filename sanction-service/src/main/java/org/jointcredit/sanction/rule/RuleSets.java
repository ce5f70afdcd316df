package org.jointcredit.sanction.rule;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawStore;
import org.jointcredit.platform.law.LawVersion;
import org.jointcredit.sanction.measure.Measure;
import org.jointcredit.sanction.measure.Measures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The versions of the rules; in each, one rule set governs. */
@Component
public final class RuleSets {
    private final LawBook<RuleSet> book;

    @Autowired
    RuleSets(LawStore law, Measures measures) {
        this(law.load("rule-sets", RuleSet.class), measures);
    }

    private RuleSets(LawBook<RuleSet> book, Measures measures) {
        this.book = book;
        book.versions().forEach(version -> check(version, measures));
    }

    /** The shipped ones, for tests that have no database. */
    public static RuleSets shipped() {
        return new RuleSets(LawBook.shipped("rule-sets", RuleSet.class), Measures.shipped());
    }

    /** The version whose only entry is the rule set that governs on a day. */
    public LawVersion<RuleSet> inForce(LocalDate day) {
        return book.inForce(day);
    }

    /** A version that an action is pinned to; kept for good. */
    public LawVersion<RuleSet> version(String version) {
        return book.version(version)
                .orElseThrow(() -> new IllegalStateException("no version " + version + " of rule-sets"));
    }

    private static void check(LawVersion<RuleSet> version, Measures measures) {
        if (version.entries().size() != 1) {
            throw new IllegalStateException(
                    "law/rule-sets.yaml, version " + version.version() + ": one rule set governs at a time");
        }
        Set<String> known = measures.inForce(version.effectiveFrom()).entries().stream()
                .map(Measure::code)
                .collect(Collectors.toSet());
        for (Rule rule : version.entries().getFirst().rules()) {
            if (!known.containsAll(rule.measures())) {
                throw new IllegalStateException(
                        "law/rule-sets.yaml, rule " + rule.id() + ": unknown measure among " + rule.measures());
            }
        }
    }
}
