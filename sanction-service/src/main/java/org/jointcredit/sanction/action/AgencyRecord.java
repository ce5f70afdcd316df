package org.jointcredit.sanction.action;

import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.Owes;

/**
 * What an agency has reported of a notice, kept beside the notice's legal state and never refused for being late (S3).
 *
 * @param state the last report; a receipt says nothing new once anything was reported
 * @param applied executed and not since paused, released or undone
 * @param outstanding executed and not since released or undone
 * @param everExecuted executed and not since undone, released ones too
 */
public record AgencyRecord(AgencyState state, boolean applied, boolean outstanding, boolean everExecuted) {

    public static final AgencyRecord NOTHING = new AgencyRecord(AgencyState.NONE, false, false, false);

    public AgencyRecord after(AgencyState report) {
        return switch (report) {
            case NONE -> this;
            case RECEIVED ->
                state == AgencyState.NONE ? new AgencyRecord(report, applied, outstanding, everExecuted) : this;
            case EXECUTED -> new AgencyRecord(report, true, true, true);
            case DECLINED -> new AgencyRecord(report, applied, outstanding, everExecuted);
            case PAUSED -> new AgencyRecord(report, false, outstanding, everExecuted);
            case RELEASED -> new AgencyRecord(report, false, false, everExecuted);
            case UNDONE -> new AgencyRecord(report, false, false, false);
        };
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
