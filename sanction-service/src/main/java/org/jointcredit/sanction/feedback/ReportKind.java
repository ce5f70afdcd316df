package org.jointcredit.sanction.feedback;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.EventTypes;

/** What an agency can report of a notice: its path over REST, its event type over Kafka, and the state it leads to. */
enum ReportKind {
    RECEIPT(EventTypes.NOTICE_RECEIVED, AgencyState.RECEIVED),
    EXECUTION(EventTypes.NOTICE_EXECUTED, AgencyState.EXECUTED),
    REFUSAL(EventTypes.NOTICE_DECLINED, AgencyState.DECLINED),
    PAUSE(EventTypes.NOTICE_PAUSED, AgencyState.PAUSED),
    RELEASE(EventTypes.NOTICE_RELEASED, AgencyState.RELEASED),
    UNDOING(EventTypes.NOTICE_UNDONE, AgencyState.UNDONE);

    static final Map<String, ReportKind> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(kind -> kind.type, Function.identity()));

    private final String type;
    private final AgencyState state;

    ReportKind(String type, AgencyState state) {
        this.type = type;
        this.state = state;
    }

    AgencyState state() {
        return state;
    }
}
