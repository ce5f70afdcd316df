package org.jointcredit.sanction.supervision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.sanction.action.Notice;
import org.jointcredit.sanction.action.NoticeChange;
import org.jspecify.annotations.Nullable;

/**
 * One line of the live feed: what happened at one moment to one notice, or to several of one joint action together. No
 * subject is named.
 *
 * @param notice where it is one
 * @param measure where it is one
 * @param agency where it is one
 * @param agencies how many notices of each
 * @param legal what they are now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Line(
        Instant at,
        Type type,
        String action,
        @Nullable String notice,
        String listType,
        @Nullable String measure,
        @Nullable String agency,
        Map<String, Integer> agencies,
        int count,
        Legal legal,
        AgencyState agencyState) {

    enum Type {
        ISSUED,
        MOVED,
        REPORTED,
        REMINDED,
        OVERDUE
    }

    private record Kind(Type type, String action, Legal legal, AgencyState agencyState) {}

    /** What agencies and the office are told; steps that were only kept are nobody's news. */
    static List<Line> of(List<NoticeChange> changes, Instant at) {
        Map<Kind, List<Notice>> together = new LinkedHashMap<>();
        for (NoticeChange change : changes) {
            Notice notice = change.notice();
            change.steps().stream()
                    .filter(step -> step.to() != null)
                    .map(step -> new Kind(
                            type(step),
                            notice.origin().action(),
                            notice.legal(),
                            notice.record().state()))
                    .forEach(kind -> together.computeIfAbsent(kind, _ -> new ArrayList<>())
                            .add(notice));
        }
        return together.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), at))
                .toList();
    }

    private static Type type(Step step) {
        return switch (step.type()) {
            case EventTypes.NOTICE_ISSUED -> Type.ISSUED;
            case EventTypes.FEEDBACK_RECORDED -> Type.REPORTED;
            case EventTypes.NOTICE_REMINDED -> Type.REMINDED;
            case EventTypes.NOTICE_OVERDUE -> Type.OVERDUE;
            default -> Type.MOVED;
        };
    }

    private static Line of(Kind kind, List<Notice> notices, Instant at) {
        Notice first = notices.getFirst();
        Map<String, Integer> agencies = new TreeMap<>();
        notices.forEach(notice -> agencies.merge(notice.imposed().agency(), 1, Integer::sum));
        boolean oneMeasure = notices.stream()
                .allMatch(notice ->
                        notice.imposed().measure().equals(first.imposed().measure()));
        return new Line(
                at,
                kind.type(),
                kind.action(),
                notices.size() == 1 ? first.id() : null,
                first.origin().listType(),
                oneMeasure ? first.imposed().measure() : null,
                agencies.size() == 1 ? first.imposed().agency() : null,
                agencies,
                notices.size(),
                kind.legal(),
                kind.agencyState());
    }

    /** What of it is one agency's; null: nothing. */
    @Nullable
    Line of(String own) {
        Integer number = agencies.get(own);
        return number == null
                ? null
                : new Line(
                        at,
                        type,
                        action,
                        notice,
                        listType,
                        measure,
                        own,
                        Map.of(own, number),
                        number,
                        legal,
                        agencyState);
    }
}
