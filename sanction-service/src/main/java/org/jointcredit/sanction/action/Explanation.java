package org.jointcredit.sanction.action;

import java.time.LocalDate;
import java.util.List;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.Evidence;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.ListingEnd;
import org.jointcredit.sanction.measure.Measure;
import org.jointcredit.sanction.rule.Rule;
import org.jspecify.annotations.Nullable;

/** Why a notice exists, in one answer: each step from the decision to the last report, with its basis. */
record Explanation(
        NoticeView notice, MeasureBehind measure, RuleBehind rule, ListingBehind listing, List<TimelineEntry> steps) {

    /** @param version of the list of measures that the action is pinned to */
    record MeasureBehind(Measure measure, String version) {}

    /** @param version of the rule set that was in force when the listing was published */
    record RuleBehind(Rule rule, String ruleSet, String version, String ruleSetBasis) {}

    /**
     * @param department who decided it and answers for it
     * @param lawVersion version of the list types that it was judged by
     */
    record ListingBehind(
            String id,
            String number,
            String listType,
            ListClass listClass,
            String department,
            Decision decision,
            LocalDate effectiveFrom,
            @Nullable LocalDate until,
            List<Evidence> evidence,
            List<String> basedOn,
            long version,
            String lawVersion,
            @Nullable ListingEnd ended) {}
}
