package org.jointcredit.sanction.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.Hold;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.ListingEnd;
import org.jspecify.annotations.Nullable;

/**
 * A joint action as its readers get it.
 *
 * @param plan every notice it asks for, with the rule behind it; with a single action only
 * @param notices those the reader may see; with a single action only
 */
record JointActionView(
        String id,
        String listing,
        String listingNumber,
        String listType,
        ListClass listClass,
        String department,
        ListingState state,
        Decision decision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ListingEnd ended,
        List<Hold> holds,
        PinnedLaw law,
        Instant openedAt,
        NoticeView.@Nullable SubjectView subject,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PlanView> plan,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<NoticeView> notices,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TimelineEntry> timeline) {

    record PlanView(String notice, String measure, String agency, String subject, String rule, Legal legal) {}

    static JointActionView summary(JointAction action) {
        return view(action, null, null, null);
    }

    static JointActionView whole(JointAction action, List<Notice> notices, List<TimelineEntry> timeline) {
        return view(
                action,
                action.plan().stream()
                        .map(planned -> new PlanView(
                                planned.id(),
                                planned.measure(),
                                planned.agency(),
                                planned.subject(),
                                planned.rule(),
                                action.legal(planned)))
                        .toList(),
                notices.stream().map(NoticeView::of).toList(),
                timeline);
    }

    private static JointActionView view(
            JointAction action,
            @Nullable List<PlanView> plan,
            @Nullable List<NoticeView> notices,
            @Nullable List<TimelineEntry> timeline) {
        var listing = action.listing();
        var subject = listing.subject();
        return new JointActionView(
                action.id(),
                listing.listing(),
                listing.number(),
                listing.listType(),
                listing.listClass(),
                listing.department(),
                action.listingState(),
                listing.decision(),
                listing.ended(),
                action.holdsOn(),
                action.law(),
                action.openedAt(),
                new NoticeView.SubjectView(
                        subject.id(),
                        subject.kind(),
                        subject.code(),
                        action.names().getOrDefault(subject.id(), ""),
                        null,
                        null),
                plan,
                notices,
                timeline);
    }
}
