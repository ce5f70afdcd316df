package org.jointcredit.sanction.action;

import java.time.Instant;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.Owes;
import org.jspecify.annotations.Nullable;

/**
 * What an agency has reported of a notice, kept beside the notice's legal state and never refused for being late (S3).
 *
 * @param state the last report; a receipt says nothing new once anything was reported
 * @param applied executed and not since paused, released or undone
 * @param outstanding executed and not since released or undone
 * @param everExecuted executed and not since undone, released ones too
 * @param receivedAt when the first receipt since the last issue was reported (V1)
 * @param executedAt when the first execution since the last issue was reported (V1)
 */
public record AgencyRecord(
        AgencyState state,
        boolean applied,
        boolean outstanding,
        boolean everExecuted,
        @Nullable Instant receivedAt,
        @Nullable Instant executedAt) {

    public static final AgencyRecord NOTHING = new AgencyRecord(AgencyState.NONE, false, false, false, null, null);

    public AgencyRecord after(AgencyState report, Instant at) {
        return switch (report) {
            case NONE -> this;
            case RECEIVED ->
                new AgencyRecord(
                        state == AgencyState.NONE ? report : state,
                        applied,
                        outstanding,
                        everExecuted,
                        first(receivedAt, at),
                        executedAt);
            case EXECUTED -> new AgencyRecord(report, true, true, true, receivedAt, first(executedAt, at));
            case DECLINED -> now(report, applied, outstanding, everExecuted);
            case PAUSED -> now(report, false, outstanding, everExecuted);
            case RELEASED -> now(report, false, false, everExecuted);
            case UNDONE -> now(report, false, false, false);
        };
    }

    private AgencyRecord now(AgencyState report, boolean isApplied, boolean isOutstanding, boolean wasExecuted) {
        return new AgencyRecord(report, isApplied, isOutstanding, wasExecuted, receivedAt, executedAt);
    }

    private static Instant first(@Nullable Instant before, Instant at) {
        return before == null ? at : before;
    }

    /** The notice is sent anew: how long its agency takes is measured anew. */
    AgencyRecord measuredAnew() {
        return new AgencyRecord(state, applied, outstanding, everExecuted, null, null);
    }

    /** What the agency owes: the second function of the protocol, from the legal state and what was reported. */
    public Owes owes(Legal legal) {
        return switch (legal) {
            case IN_FORCE ->
                switch (state) {
                    case NONE -> Owes.RECEIPT;
                    case RECEIVED, PAUSED, RELEASED, UNDONE -> Owes.EXECUTION;
                    case EXECUTED, DECLINED -> Owes.NONE;
                };
            case SUSPENDED ->
                switch (state) {
                    case NONE, RECEIVED, EXECUTED -> Owes.PAUSE;
                    case DECLINED, PAUSED, RELEASED, UNDONE -> Owes.NONE;
                };
            case ENDED -> outstanding ? Owes.RELEASE : Owes.NONE;
            case RECALLED -> everExecuted ? Owes.UNDOING : Owes.NONE;
        };
    }
}
