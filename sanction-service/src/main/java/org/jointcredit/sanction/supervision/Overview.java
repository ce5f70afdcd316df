package org.jointcredit.sanction.supervision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.Owes;
import org.jspecify.annotations.Nullable;

/**
 * What the office sees at a glance (V1): counts of issued notices.
 *
 * @param asOf up to when everything is counted
 * @param byMonth of issue, Asia/Shanghai
 * @param timeToReceive from the last issue to the first receipt, in seconds; minutes below a day, hours above
 * @param timeToExecute to the first execution that was reported
 * @param overdue owed, past its date and held against its agency (S10)
 * @param flagged reported late, or though it should not have been done
 * @param appliedWhileOnHold executed although suspended
 */
record Overview(
        OffsetDateTime asOf,
        int total,
        Map<Legal, Integer> byLegal,
        Map<AgencyState, Integer> byAgencyState,
        List<Share> byAgency,
        List<Share> byMeasure,
        List<Share> byListType,
        List<Share> byMonth,
        List<Share> byAgencyAndMeasure,
        Map<Owes, Integer> byOwes,
        Times.Summary timeToReceive,
        Times.Summary timeToExecute,
        int overdue,
        int declined,
        int flagged,
        int appliedWhileOnHold) {

    /** The same, said later: nothing has changed since. */
    Overview asOf(OffsetDateTime later) {
        return new Overview(
                later,
                total,
                byLegal,
                byAgencyState,
                byAgency,
                byMeasure,
                byListType,
                byMonth,
                byAgencyAndMeasure,
                byOwes,
                timeToReceive,
                timeToExecute,
                overdue,
                declined,
                flagged,
                appliedWhileOnHold);
    }

    /** The part that belongs to what is named of the first four. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Share(
            @Nullable String agency,
            @Nullable String measure,
            @Nullable String listType,
            @Nullable String month,
            int count,
            int executed,
            int declined,
            int overdue,
            int flagged) {

        /** @param group names that do not count are empty */
        static Share of(Cell group, Part part) {
            return new Share(
                    name(group.agency()),
                    name(group.measure()),
                    name(group.listType()),
                    name(group.month()),
                    part.count(),
                    part.executed(),
                    part.declined(),
                    part.overdue(),
                    part.flagged());
        }

        /** Where it is a part by one name: that name. */
        String name() {
            return Stream.of(agency, measure, listType, month)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
        }

        private static @Nullable String name(String name) {
            return name.isEmpty() ? null : name;
        }
    }
}
