package org.jointcredit.objection.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.Claim;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.ListingVersion;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.ObjectionState;
import org.jointcredit.objection.objection.Alert.Kind;
import org.jointcredit.objection.remedy.Due;
import org.jointcredit.platform.time.WorkingDays;
import org.junit.jupiter.api.Test;

/** O2, O3, S5: what becomes of an objection, and what others are told of it. */
class ObjectionTest {
    private static final LocalDate RECEIVED = LocalDate.of(2026, 10, 20);
    private static final Instant AT = Instant.parse("2026-10-20T02:00:00Z");
    private static final WorkingDays CALENDAR = WorkingDays.shipped();

    @Test
    void itHoldsFromTheMomentItIsReceivedUntilItIsRejected() {
        Objection received = objection();
        assertThat(received.state()).isEqualTo(ObjectionState.RECEIVED);
        assertThat(received.fact().holding()).isTrue();
        assertThat(received.fact().dueOn()).isEqualTo(LocalDate.of(2026, 11, 17));

        Objection verified = received.verified(found());
        assertThat(verified.state()).isEqualTo(ObjectionState.VERIFYING);
        assertThat(verified.fact().holding()).isTrue();

        Objection rejected = verified.decided(ruling(ObjectionOutcome.REJECTED), Hanging.NOTHING);
        assertThat(rejected.state()).isEqualTo(ObjectionState.DECIDED);
        assertThat(rejected.fact().holding()).isFalse();
        assertThat(rejected.fact().outcome()).isEqualTo(ObjectionOutcome.REJECTED);
        assertThat(rejected.fact().decision()).isNotNull();
    }

    @Test
    void whatIsUpheldStaysHeldUntilItsOwnerHasActed() {
        var left = new Hanging(true, List.of(new ListingVersion("l", 3)), null);
        Objection upheld = objection().decided(ruling(ObjectionOutcome.UPHELD), left);
        assertThat(upheld.fact().holding()).isTrue();
        assertThat(upheld.fact().resumesAfter()).containsExactly(new ListingVersion("l", 3));
        Objection done = upheld.letGo();
        assertThat(done.fact().holding()).isFalse();
        assertThat(done.fact().resumesAfter())
                .as("what the listing's own change ends, nothing else does")
                .containsExactly(new ListingVersion("l", 3));
    }

    @Test
    void aWithdrawnOneHoldsNothing() {
        Objection withdrawn = objection().withdrawn(AT);
        assertThat(withdrawn.fact().state()).isEqualTo(ObjectionState.WITHDRAWN);
        assertThat(withdrawn.fact().holding()).isFalse();
        assertThat(withdrawn.fact().decidedAt()).isEqualTo(AT);
        assertThat(withdrawn.nextAlertOn()).isEmpty();
    }

    @Test
    void whoFiledOrVerifiedDoesNotDecide() {
        Objection verified = objection().verified(found());
        assertThat(verified.hasHandOf("company-agent", "示例")).isTrue();
        assertThat(verified.hasHandOf("sys-market", "sys-market")).isTrue();
        assertThat(verified.hasHandOf("someone", "赵核查"))
                .as("whom the system named")
                .isTrue();
        assertThat(verified.hasHandOf("drc-office", "信用办")).isFalse();
    }

    @Test
    void ofEachTermItIsRemindedOnceBeforeAndCalledLateOnceAfterAndStaysHeld() {
        Objection objection = objection();
        assertThat(objection.nextAlertOn()).contains(LocalDate.of(2026, 10, 29));
        assertThat(said(objection, LocalDate.of(2026, 10, 28))).isEmpty();
        assertThat(said(objection, LocalDate.of(2026, 10, 29))).containsExactly(Kind.VERIFICATION_REMINDED);

        objection = alerted(objection, LocalDate.of(2026, 10, 29));
        assertThat(said(objection, LocalDate.of(2026, 10, 29))).isEmpty();
        assertThat(objection.nextAlertOn()).contains(LocalDate.of(2026, 11, 4));
        objection = alerted(objection, LocalDate.of(2026, 11, 4));
        assertThat(objection.alerts()).extracting(Alert::kind).contains(Kind.VERIFICATION_OVERDUE);
        assertThat(objection.nextAlertOn()).contains(LocalDate.of(2026, 11, 10));
        objection = alerted(objection, LocalDate.of(2026, 11, 10));
        objection = alerted(objection, LocalDate.of(2026, 11, 18));
        assertThat(objection.alerts()).extracting(Alert::kind).containsExactlyInAnyOrder(Kind.values());
        assertThat(objection.nextAlertOn()).isEmpty();
        assertThat(objection.isOverdue(LocalDate.of(2026, 11, 17))).isFalse();
        assertThat(objection.isOverdue(LocalDate.of(2026, 11, 18))).isTrue();
        assertThat(objection.fact().holding()).as("lateness ends no hold").isTrue();
    }

    @Test
    void whereDaysWentByUnseenOnlyWhatIsStillTrueIsSaid() {
        assertThat(said(objection(), LocalDate.of(2026, 12, 1)))
                .containsExactly(Kind.VERIFICATION_OVERDUE, Kind.DECISION_OVERDUE);
        assertThat(said(objection().verified(found()), LocalDate.of(2026, 11, 12)))
                .containsExactly(Kind.DECISION_REMINDED);
    }

    private static List<Kind> said(Objection objection, LocalDate today) {
        return objection.toSay(today, AT).stream().map(Alert::kind).toList();
    }

    private static Objection alerted(Objection objection, LocalDate today) {
        Objection after = objection;
        for (Alert alert : objection.toSay(today, AT)) {
            after = after.alerted(alert);
        }
        return after;
    }

    private static Verification found() {
        return new Verification(Finding.CONFIRMED, "属实", List.of(), "sys-market", "赵核查", AT);
    }

    private static Ruling ruling(ObjectionOutcome outcome) {
        return new Ruling(outcome, "理由", new Decision("异1", "发改委", RECEIVED, "A30"), "drc-office", AT);
    }

    private static Objection objection() {
        return new Objection(
                "o",
                "异〔2026〕000001号",
                new Filing(Filer.SUBJECT, "s", "company-agent", null, AT, "f"),
                "market",
                new Against(Against.Kind.LISTING, "l"),
                Claim.WRONG,
                "不是我",
                List.of(),
                Due.after(RECEIVED, 20, 5, CALENDAR),
                Due.after(RECEIVED, 10, 3, CALENDAR),
                null,
                null,
                null,
                new Hanging(true, List.of(), null),
                List.of(),
                "2021");
    }
}
