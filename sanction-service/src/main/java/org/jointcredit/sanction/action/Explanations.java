package org.jointcredit.sanction.action;

import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.sanction.measure.Measure;
import org.jointcredit.sanction.measure.Measures;
import org.jointcredit.sanction.rule.Rule;
import org.jointcredit.sanction.rule.RuleSets;
import org.springframework.stereotype.Component;

/** Puts together why a notice exists, from the action it belongs to and the law that is pinned to. */
@Component
final class Explanations {

    private final JointActionStore actions;
    private final Measures measures;
    private final RuleSets ruleSets;
    private final FieldCipher cipher;

    Explanations(JointActionStore actions, Measures measures, RuleSets ruleSets, FieldCipher cipher) {
        this.actions = actions;
        this.measures = measures;
        this.ruleSets = ruleSets;
        this.cipher = cipher;
    }

    /** @param told a notice that its reader may know of, and so the action it belongs to */
    Explanation of(NoticeStore.Told told) {
        Notice notice = told.notice();
        var action = actions.find(notice.origin().action(), new Scope.All());
        if (action == null) {
            throw Problem.unknown();
        }
        PinnedLaw law = action.action().law();
        var ruleSet = ruleSets.version(law.rules()).entries().getFirst();
        Rule rule = ruleSet.rules().stream()
                .filter(candidate -> candidate.id().equals(notice.origin().rule()))
                .findFirst()
                .orElseThrow();
        Measure measure = measures.version(law.measures()).entries().stream()
                .filter(candidate -> candidate.code().equals(notice.imposed().measure()))
                .findFirst()
                .orElseThrow();
        return new Explanation(
                NoticeView.of(notice),
                new Explanation.MeasureBehind(measure, law.measures()),
                new Explanation.RuleBehind(rule, law.ruleSet(), law.rules(), ruleSet.basis()),
                listing(action.action()),
                TimelineEntry.of(notice.id(), told.journal(), cipher));
    }

    private static Explanation.ListingBehind listing(JointAction action) {
        var listing = action.listing();
        return new Explanation.ListingBehind(
                listing.listing(),
                listing.number(),
                listing.listType(),
                listing.listClass(),
                listing.department(),
                listing.decision(),
                listing.effectiveFrom(),
                listing.until(),
                listing.evidence(),
                listing.basedOn(),
                listing.version(),
                listing.lawVersion(),
                listing.ended());
    }
}
