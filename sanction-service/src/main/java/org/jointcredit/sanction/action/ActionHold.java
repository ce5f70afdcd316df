package org.jointcredit.sanction.action;

import java.time.Instant;
import org.jointcredit.contract.event.Hold;
import org.jspecify.annotations.Nullable;

/**
 * A hold on an action, and which of its notices it reaches: no more than the measures that the objection touches.
 *
 * @param notice the only notice that it is against; null: it is against more
 * @param subject id of the person behind an organisation whose notices alone it reaches; null: it reaches all
 */
record ActionHold(
        Hold hold, @Nullable String notice, @Nullable String subject) {

    /** Red and severe together: the incentives wait while the sanctions are in force (law-codes: default rule set). */
    private static final String SEVERE_LIST = "severe-list";

    static ActionHold ofSevereList(Instant since) {
        return new ActionHold(new Hold(SEVERE_LIST, "SEVERE_LIST", since), null, null);
    }

    boolean isOfSevereList() {
        return hold.owner().equals(SEVERE_LIST);
    }

    boolean reaches(PlannedNotice planned) {
        return notice == null ? subject == null || subject.equals(planned.subject()) : notice.equals(planned.id());
    }

    boolean reachesAll() {
        return notice == null && subject == null;
    }
}
