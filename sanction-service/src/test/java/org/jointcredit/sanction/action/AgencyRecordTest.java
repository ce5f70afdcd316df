package org.jointcredit.sanction.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.contract.event.AgencyState.DECLINED;
import static org.jointcredit.contract.event.AgencyState.EXECUTED;
import static org.jointcredit.contract.event.AgencyState.NONE;
import static org.jointcredit.contract.event.AgencyState.PAUSED;
import static org.jointcredit.contract.event.AgencyState.RECEIVED;
import static org.jointcredit.contract.event.AgencyState.RELEASED;
import static org.jointcredit.contract.event.AgencyState.UNDONE;

import java.time.Instant;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.Owes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S3: what an agency reported stands beside the legal state; together they say what it owes. */
class AgencyRecordTest {

    /** The table of the front doors: state by state, what is owed under each legal state. */
    @ParameterizedTest(name = "{0}: in force {1}, suspended {2}")
    @CsvSource({
        "NONE,     RECEIPT,   PAUSE",
        "RECEIVED, EXECUTION, PAUSE",
        "EXECUTED, NONE,      PAUSE",
        "DECLINED, NONE,      NONE",
        "PAUSED,   EXECUTION, NONE",
        "RELEASED, EXECUTION, NONE",
        "UNDONE,   EXECUTION, NONE"
    })
    void whatIsOwedWhileTheListingIsInForce(AgencyState state, Owes inForce, Owes suspended) {
        var record = reports(state);
        assertThat(record.owes(Legal.IN_FORCE)).isEqualTo(inForce);
        assertThat(record.owes(Legal.SUSPENDED)).isEqualTo(suspended);
    }

    @Test
    void onlyWhoHadAppliedItConfirmsTheRelease() {
        assertThat(reports().owes(Legal.ENDED)).isEqualTo(Owes.NONE);
        assertThat(reports(RECEIVED).owes(Legal.ENDED)).isEqualTo(Owes.NONE);
        assertThat(reports(DECLINED).owes(Legal.ENDED)).isEqualTo(Owes.NONE);
        assertThat(reports(EXECUTED).owes(Legal.ENDED)).isEqualTo(Owes.RELEASE);
        assertThat(reports(EXECUTED, PAUSED).owes(Legal.ENDED)).isEqualTo(Owes.RELEASE);
        assertThat(reports(EXECUTED, RELEASED).owes(Legal.ENDED)).isEqualTo(Owes.NONE);
        assertThat(reports(EXECUTED, UNDONE).owes(Legal.ENDED)).isEqualTo(Owes.NONE);
    }

    @Test
    void whatWasWrongFromTheStartIsUndoneWhereverItWasEverApplied() {
        assertThat(reports(RECEIVED).owes(Legal.RECALLED)).isEqualTo(Owes.NONE);
        assertThat(reports(EXECUTED).owes(Legal.RECALLED)).isEqualTo(Owes.UNDOING);
        assertThat(reports(EXECUTED, RELEASED).owes(Legal.RECALLED)).isEqualTo(Owes.UNDOING);
        assertThat(reports(EXECUTED, RELEASED, UNDONE).owes(Legal.RECALLED)).isEqualTo(Owes.NONE);
        assertThat(reports(EXECUTED, UNDONE, EXECUTED).owes(Legal.RECALLED)).isEqualTo(Owes.UNDOING);
    }

    @Test
    void aReceiptSaysNothingNewOnceAnythingWasReported() {
        assertThat(reports(EXECUTED, RECEIVED).state()).isEqualTo(EXECUTED);
        assertThat(reports(DECLINED, RECEIVED).state()).isEqualTo(DECLINED);
        assertThat(reports(NONE, RECEIVED).state()).isEqualTo(RECEIVED);
    }

    @Test
    void appliedIsExecutedAndNotSincePausedReleasedOrUndone() {
        assertThat(reports(EXECUTED).applied()).isTrue();
        assertThat(reports(EXECUTED, RECEIVED).applied()).isTrue();
        assertThat(reports(EXECUTED, DECLINED).applied()).isTrue();
        assertThat(reports(EXECUTED, PAUSED).applied()).isFalse();
        assertThat(reports(EXECUTED, RELEASED).applied()).isFalse();
        assertThat(reports(EXECUTED, UNDONE).applied()).isFalse();
        assertThat(reports(EXECUTED, PAUSED, EXECUTED).applied()).isTrue();
    }

    private static AgencyRecord reports(AgencyState... reports) {
        var record = AgencyRecord.NOTHING;
        for (AgencyState report : reports) {
            record = record.after(report, Instant.EPOCH);
        }
        return record;
    }
}
