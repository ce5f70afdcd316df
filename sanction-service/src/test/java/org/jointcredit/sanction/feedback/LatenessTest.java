package org.jointcredit.sanction.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jointcredit.contract.event.Force;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.MeasureKind;
import org.jointcredit.contract.event.Nature;
import org.jointcredit.contract.event.NoticeFlag;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.sanction.action.AgencyRecord;
import org.jointcredit.sanction.action.Alerts;
import org.jointcredit.sanction.action.Due;
import org.jointcredit.sanction.action.Notice;
import org.jointcredit.sanction.action.Standing;
import org.jointcredit.sanction.action.Standing.Suspension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** S3, S4: a report that is late, or of what should not have been done, is kept and flagged. */
class LatenessTest {

    private static final Instant ISSUED = Instant.parse("2026-09-21T02:00:00Z");
    private static final Instant SINCE = Instant.parse("2026-09-28T02:00:00Z");
    private static final Due RECEIVE = due(LocalDate.of(2026, 9, 23));
    private static final Instant NOW = Instant.parse("2026-10-09T02:00:00Z");

    @Test
    void inTimeIsNotFlagged() {
        assertThat(flags(Legal.IN_FORCE, ReportKind.RECEIPT, null, LocalDate.of(2026, 9, 23)))
                .isEmpty();
        assertThat(flags(Legal.IN_FORCE, ReportKind.EXECUTION, null, LocalDate.of(2026, 10, 12)))
                .isEmpty();
    }

    @Test
    void afterTheDueDateIsLate() {
        assertThat(flags(Legal.IN_FORCE, ReportKind.RECEIPT, null, LocalDate.of(2026, 9, 24)))
                .containsExactly(NoticeFlag.LATE);
        assertThat(flags(Legal.IN_FORCE, ReportKind.EXECUTION, null, LocalDate.of(2026, 10, 13)))
                .containsExactly(NoticeFlag.LATE);
    }

    @Test
    void executedAfterTheEndOrBehindAHoldIsFlaggedByTheMomentItWasDone() {
        var today = LocalDate.of(2026, 10, 9);
        assertThat(flags(Legal.ENDED, ReportKind.EXECUTION, null, today)).containsExactly(NoticeFlag.AFTER_END);
        assertThat(flags(Legal.RECALLED, ReportKind.EXECUTION, null, today)).containsExactly(NoticeFlag.AFTER_END);
        assertThat(flags(Legal.SUSPENDED, ReportKind.EXECUTION, null, today))
                .containsExactly(NoticeFlag.WHILE_SUSPENDED);
        assertThat(flags(Legal.ENDED, ReportKind.EXECUTION, SINCE.minusSeconds(60), today))
                .isEmpty();
    }

    @Test
    void executedAtAMomentWithinAHoldThatIsOverIsFlaggedTooS3() {
        var over = new Suspension(SINCE.minusSeconds(600), SINCE.minusSeconds(60));
        for (Legal legal : Legal.values()) {
            assertThat(executed(notice(legal, over), SINCE.minusSeconds(600)))
                    .as(legal.name())
                    .containsExactly(NoticeFlag.WHILE_SUSPENDED);
            assertThat(executed(notice(legal, over), SINCE.minusSeconds(60)))
                    .as(legal.name())
                    .isEmpty();
            assertThat(executed(notice(legal, over), SINCE.minusSeconds(601)))
                    .as(legal.name())
                    .isEmpty();
        }
    }

    private static Set<NoticeFlag> executed(Notice notice, Instant at) {
        var report = new Report(ReportKind.EXECUTION, "张办事", null, at, null, null, List.of());
        return Lateness.of(notice, report, NOW, LocalDate.of(2026, 9, 28));
    }

    private static Set<NoticeFlag> flags(Legal legal, ReportKind kind, @Nullable Instant executedAt, LocalDate today) {
        var report = new Report(kind, "张办事", null, executedAt, null, null, List.of());
        return Lateness.of(notice(legal), report, NOW, today);
    }

    private static Notice notice(Legal legal, Suspension... suspensions) {
        return new Notice(
                "n",
                1,
                new Notice.Origin("a", "a", "1", "SEVERE-FIRE", ListClass.SEVERE, "emergency", "R", "v"),
                new Notice.Imposed(
                        "S-TRADING-LIMIT",
                        "限制",
                        "P4.2",
                        MeasureKind.SANCTION,
                        Force.MANDATORY,
                        Nature.GATE,
                        "trading",
                        new Notice.Subject("s", SubjectKind.ORGANISATION, "91150403FAKE000800", "元宝山示例有限公司")),
                new Standing(
                        legal,
                        legal == Legal.IN_FORCE ? ISSUED : SINCE,
                        List.of(),
                        ISSUED,
                        new Standing.Term(RECEIVE, due(LocalDate.of(2026, 10, 12))),
                        List.of(suspensions)),
                AgencyRecord.NOTHING,
                Set.of(),
                RECEIVE,
                new Alerts(null, null));
    }

    private static Due due(LocalDate last) {
        return new Due(last, LocalDate.of(2026, 9, 21), "2026", false, null, null);
    }
}
