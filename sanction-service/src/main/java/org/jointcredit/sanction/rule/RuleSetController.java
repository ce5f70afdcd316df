package org.jointcredit.sanction.rule;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.jointcredit.platform.law.LawVersion;
import org.jointcredit.platform.security.Public;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.Sorts;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules in force are public (A23). */
@RestController
@RequestMapping("/api/sanction/rule-sets")
final class RuleSetController {
    private static final Sorts SORTS = Sorts.of("id");

    private final RuleSets ruleSets;
    private final BusinessClock clock;

    RuleSetController(RuleSets ruleSets, BusinessClock clock) {
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    record RuleSetInForce(@JsonUnwrapped RuleSet ruleSet, String version, LocalDate effectiveFrom) {
        static RuleSetInForce of(RuleSet ruleSet, LawVersion<RuleSet> version) {
            return new RuleSetInForce(ruleSet, version.version(), version.effectiveFrom());
        }
    }

    @Public
    @GetMapping
    PageOf<RuleSetInForce> list(@ParameterObject Paging paging) {
        LawVersion<RuleSet> version = ruleSets.inForce(clock.today());
        return PageOf.of(version.entries(), RuleSet::id, paging.in(SORTS))
                .map(ruleSet -> RuleSetInForce.of(ruleSet, version));
    }

    @Public
    @GetMapping("/{id}")
    RuleSetInForce one(@PathVariable String id) {
        LawVersion<RuleSet> version = ruleSets.inForce(clock.today());
        return version.entries().stream()
                .filter(ruleSet -> ruleSet.id().equals(id))
                .findFirst()
                .map(ruleSet -> RuleSetInForce.of(ruleSet, version))
                .orElseThrow(Problem::unknown);
    }
}
