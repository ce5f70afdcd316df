package org.jointcredit.sanction.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointcredit.platform.law.LawProposal;
import org.jointcredit.platform.law.LawState;
import org.jointcredit.platform.law.LawVersion;
import org.jointcredit.sanction.measure.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A version of the rules, law or not yet (S2).
 *
 * @param governs it is the one that is applied today
 * @param versionBasis what the version rests on
 * @param proposedBy the officer who proposed it; absent: it came with the release
 * @param decidedBy the officer who put it in force, or refused it
 * @param reason why it was refused
 * @param measures the list of measures that takes effect with it, where it brings one; with a single version only
 * @param repeals codes of the measures that this list does away with: their notices are lifted (S1)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleSetView(
        @JsonUnwrapped RuleSet ruleSet,
        String version,
        LocalDate effectiveFrom,
        String versionBasis,
        LawState state,
        boolean governs,
        @Nullable String proposedBy,
        @Nullable Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable List<Measure> measures,
        @Nullable List<String> repeals) {

    /** Law, by whomever it was made. */
    static RuleSetView law(LawVersion<RuleSet> rules, boolean governs) {
        var enacted = rules.enacted();
        return new RuleSetView(
                rules.entries().getFirst(),
                rules.version(),
                rules.effectiveFrom(),
                rules.basis(),
                LawState.IN_FORCE,
                governs,
                enacted == null ? null : enacted.proposedBy(),
                enacted == null ? null : enacted.proposedAt(),
                enacted == null ? null : enacted.enactedBy(),
                enacted == null ? null : enacted.enactedAt(),
                null,
                null,
                null);
    }

    static RuleSetView proposed(LawProposal proposal) {
        LawVersion<RuleSet> rules = proposal.version(RuleSet.class);
        var decided = proposal.decided();
        return new RuleSetView(
                rules.entries().getFirst(),
                rules.version(),
                rules.effectiveFrom(),
                rules.basis(),
                proposal.state(),
                false,
                proposal.proposed().name(),
                proposal.proposed().at(),
                decided == null ? null : decided.name(),
                decided == null ? null : decided.at(),
                decided == null ? null : decided.reason(),
                null,
                null);
    }

    RuleSetView with(List<Measure> list, List<String> without) {
        return new RuleSetView(
                ruleSet,
                version,
                effectiveFrom,
                versionBasis,
                state,
                governs,
                proposedBy,
                proposedAt,
                decidedBy,
                decidedAt,
                reason,
                list,
                without);
    }
}
