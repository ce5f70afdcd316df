package org.jointcredit.sanction.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jointcredit.platform.law.LawVersion;
import org.jointcredit.sanction.measure.Measure;
import org.jointcredit.sanction.measure.Measures;
import org.jspecify.annotations.Nullable;

/**
 * What a law administrator proposes (S1, S2): a new version of the rules and, where it changes them, of the list of
 * measures, which take effect together. Each is whole: what a version does not name is no longer law.
 *
 * @param version its name; letters, digits, {@code . _ -}; the rule set is called {@code default-<version>}
 * @param effectiveFrom first day on which it governs, today at the earliest
 * @param basis what it rests on
 * @param measures left out: the list of measures stays as it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleSetProposal(
        String version,
        LocalDate effectiveFrom,
        String basis,
        String name,
        String nameEn,
        List<Rule> rules,
        @Nullable List<Measure> measures) {

    static RuleSetProposal of(LawVersion<RuleSet> rules, @Nullable LawVersion<Measure> measures) {
        RuleSet ruleSet = rules.entries().getFirst();
        return new RuleSetProposal(
                rules.version(),
                rules.effectiveFrom(),
                rules.basis(),
                ruleSet.name(),
                ruleSet.nameEn(),
                ruleSet.rules(),
                measures == null ? null : measures.entries());
    }

    /** As ids are made since officers make the versions; that of the release is called so too. */
    static String id(String version) {
        return "default-" + version;
    }

    LawVersion<RuleSet> ruleSet() {
        var ruleSet = new RuleSet(id(version), name, nameEn, basis, rules);
        return new LawVersion<>(RuleSets.KIND, version, effectiveFrom, basis, List.of(ruleSet));
    }

    List<LawVersion<?>> together() {
        return measures == null
                ? List.of()
                : List.of(new LawVersion<>(Measures.KIND, version, effectiveFrom, basis, measures));
    }
}
