package org.jointcredit.sanction.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawStore;
import org.jointcredit.platform.law.LawVersion;
import org.jointcredit.sanction.measure.Measure;
import org.jointcredit.sanction.measure.Measures;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The versions of the rules; in each, one rule set governs. */
@Component
public final class RuleSets {
    static final String KIND = "rule-sets";

    private final LawBook<RuleSet> book;
    private final Measures measures;
    private final @Nullable LawStore law;

    @Autowired
    RuleSets(LawStore law, Measures measures) {
        this(law.load(KIND, RuleSet.class), measures, law);
    }

    private RuleSets(LawBook<RuleSet> book, Measures measures, @Nullable LawStore law) {
        this.book = book;
        this.measures = measures;
        this.law = law;
        book.versions().forEach(version -> check(version, measures));
    }

    /** The shipped ones, for tests that have no database. */
    public static RuleSets shipped() {
        return new RuleSets(LawBook.shipped(KIND, RuleSet.class), Measures.shipped(), null);
    }

    /** Takes in what was put in force elsewhere: whoever is about to plan asks first, so that all plan by the same law. */
    public void refresh() {
        if (law != null) {
            law.refresh();
        }
    }

    /** What governs together. */
    public record Governing(LawVersion<RuleSet> rules, LawVersion<Measure> measures) {}

    public Governing governing(LocalDate day) {
        return law == null ? governingNow(day) : law.consistently(() -> governingNow(day));
    }

    private Governing governingNow(LocalDate day) {
        return new Governing(book.inForce(day), measures.inForce(day));
    }

    /** All that were put in force, the one that governs earlier first. */
    List<LawVersion<RuleSet>> versions() {
        return book.versions();
    }

    Optional<LawVersion<RuleSet>> find(String id) {
        return book.versions().stream()
                .filter(version -> version.entries().getFirst().id().equals(id))
                .findFirst();
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
