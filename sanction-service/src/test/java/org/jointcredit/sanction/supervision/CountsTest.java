package org.jointcredit.sanction.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.Force;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.MeasureKind;
import org.jointcredit.contract.event.Nature;
import org.jointcredit.contract.event.NoticeFlag;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.sanction.action.AgencyRecord;
import org.jointcredit.sanction.action.Alerts;
import org.jointcredit.sanction.action.Due;
import org.jointcredit.sanction.action.Notice;
import org.jointcredit.sanction.action.Overdue;
import org.jointcredit.sanction.action.Standing;
import org.junit.jupiter.api.Test;

/** V1: figures that follow every change of notices are those of a recount, to the last number. */
class CountsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Overdue OVERDUE =
            new Overdue(TODAY, Set.of("tax"), EnumSet.allOf(Owes.class), Set.of(Owes.RELEASE));

    @Test
    void afterAnyStreamOfChangesTheFiguresAreThoseOfARecount() {
        long seed = System.nanoTime();
        for (int run = 0; run < 50; run++) {
            var random = new Random(seed + run);
            Map<String, Notice> notices = new HashMap<>();
            var figures = new Counts();
            for (int step = 0; step < 300; step++) {
                String id = "notice-" + random.nextInt(60);
                Notice before = notices.get(id);
                Notice after = notice(id, random);
                var change = new Counts();
                if (before != null) {
                    change.add(before, -1);
                }
                change.add(after, 1);
                change.forEach((cell, tally) -> figures.add(
                        FigureDocuments.cell(FigureDocuments.cell(cell, tally)),
                        FigureDocuments.tally(FigureDocuments.cell(cell, tally)),
                        1));
                notices.put(id, after);
            }
            var difference = new Counts();
            figures.forEach((cell, tally) -> difference.add(cell, tally, 1));
            notices.values().forEach(notice -> difference.add(notice, -1));
            List<Cell> wrong = new ArrayList<>();
            difference.forEach((cell, _) -> wrong.add(cell));
            assertThat(wrong).as("seed " + seed + ", run " + run).isEmpty();
            Map<Cell, Counted> cells = new HashMap<>();
            figures.forEach((cell, tally) -> cells.put(cell, new Counted(tally)));
            isTold(new Figures(cells, 1, Instant.EPOCH), List.copyOf(notices.values()), "seed " + seed);
        }
    }

    private static void isTold(Figures figures, List<Notice> notices, String seed) {
        for (String agency : new String[] {null, "tax", "market"}) {
            for (String from : new String[] {null, "2026-10"}) {
                Overview overview = figures.overview(new Selection(agency, null, null, from, null), OVERDUE);
                List<Notice> counted = notices.stream()
                        .filter(Notice::wasIssued)
                        .filter(notice ->
                                agency == null || notice.imposed().agency().equals(agency))
                        .filter(notice -> from == null || month(notice).compareTo(YearMonth.parse(from)) >= 0)
                        .toList();
                assertThat(overview.total()).as(seed).isEqualTo(counted.size());
                for (Legal legal : Legal.values()) {
                    assertThat(overview.byLegal())
                            .as(seed)
                            .containsEntry(legal, count(counted, notice -> notice.legal() == legal));
                }
                for (AgencyState state : AgencyState.values()) {
                    assertThat(overview.byAgencyState())
                            .as(seed)
                            .containsEntry(
                                    state,
                                    count(counted, notice -> notice.record().state() == state));
                }
                for (Owes owes : Owes.values()) {
                    assertThat(overview.byOwes())
                            .as(seed)
                            .containsEntry(owes, count(counted, notice -> notice.owes() == owes));
                }
                assertThat(overview.overdue())
                        .as(seed)
                        .isEqualTo(count(
                                counted,
                                notice -> notice.dueNow() instanceof LocalDate due
                                        && due.isBefore(TODAY)
                                        && (notice.owes() == Owes.RELEASE
                                                || !notice.imposed().agency().equals("tax"))));
                assertThat(overview.flagged())
                        .as(seed)
                        .isEqualTo(count(counted, notice -> !notice.flags().isEmpty()));
                assertThat(overview.byMonth().stream()
                                .mapToInt(Overview.Share::count)
                                .sum())
                        .isEqualTo(counted.size());
                assertThat(overview.byAgencyAndMeasure().stream()
                                .mapToInt(Overview.Share::overdue)
                                .sum())
                        .isEqualTo(overview.overdue());
                assertThat(overview.timeToReceive().count())
                        .isEqualTo(count(counted, notice -> notice.record().receivedAt() != null));
            }
        }
    }

    private static YearMonth month(Notice notice) {
        return YearMonth.from(LocalDate.ofInstant(notice.standing().issuedAt(), BusinessClock.ZONE));
    }

    private static int count(List<Notice> notices, Predicate<Notice> which) {
        return (int) notices.stream().filter(which).count();
    }

    /** The notice of that id as it may be at some moment; a few were never issued. */
    private static Notice notice(String id, Random random) {
        var legal = Legal.values()[random.nextInt(4)];
        Instant issued = random.nextInt(10) == 0
                ? null
                : Instant.parse("2026-09-01T00:00:00Z").plusSeconds(random.nextInt(80 * 86_400));
        var record = AgencyRecord.NOTHING;
        for (int i = random.nextInt(4); i > 0; i--) {
            record = record.after(
                    AgencyState.values()[random.nextInt(7)],
                    Instant.parse("2026-11-20T00:00:00Z").plusSeconds(random.nextInt(100_000)));
        }
        Set<NoticeFlag> flags = EnumSet.noneOf(NoticeFlag.class);
        if (random.nextInt(5) == 0) {
            flags.add(NoticeFlag.values()[random.nextInt(3)]);
        }
        boolean owes = issued != null && record.owes(legal) != Owes.NONE;
        var standing = new Standing(legal, Instant.EPOCH, List.of(), issued, null, List.of());
        int number = id.hashCode();
        return new Notice(
                id,
                1,
                new Notice.Origin(
                        "action",
                        "listing",
                        "number",
                        number % 2 == 0 ? "SEVERE-FIRE" : "RED-TAX",
                        ListClass.SEVERE,
                        "market",
                        "rule",
                        "2021"),
                new Notice.Imposed(
                        number % 3 == 0 ? "S-DISCLOSE" : "S-TRADING-LIMIT",
                        "text",
                        "basis",
                        MeasureKind.SANCTION,
                        Force.MANDATORY,
                        Nature.GATE,
                        number % 5 < 2 ? "tax" : "market",
                        new Notice.Subject("subject", SubjectKind.ORGANISATION, null, "name")),
                standing,
                record,
                flags,
                owes ? new Due(TODAY.plusDays(random.nextInt(20) - 10L), TODAY, "2026", false, null, null) : null,
                new Alerts(null, null));
    }
}
