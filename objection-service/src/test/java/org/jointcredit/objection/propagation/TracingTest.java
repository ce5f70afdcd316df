package org.jointcredit.objection.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.objection.listing.KnownEnd;
import org.jointcredit.objection.listing.KnownListing;
import org.jointcredit.objection.notice.KnownAction;
import org.jointcredit.objection.notice.KnownHold;
import org.jointcredit.objection.notice.KnownNotice;
import org.jointcredit.objection.notice.KnownReport;
import org.jointcredit.objection.remedy.TracedCase;
import org.jointcredit.objection.remedy.TracedCase.Effect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** O5: for each place what it has to confirm, when it did, and what is still missing. */
class TracingTest {
    private static final Instant BEFORE = Instant.parse("2026-09-21T01:00:00Z");
    private static final Instant HELD = Instant.parse("2026-09-21T02:00:00Z");
    private static final Instant LATER = Instant.parse("2026-09-22T02:00:00Z");

    @Test
    void whileSanctionHasNotSaidThatItHoldsThatIsMissing() {
        assertThat(trace(open(), List.of(action(null)), List.of(), null))
                .singleElement()
                .satisfies(place -> {
                    assertThat(place.place()).isEqualTo("sanction");
                    assertThat(place.duty()).isEqualTo(Duty.STOP);
                    assertThat(place.done()).isFalse();
                });
    }

    @Test
    void anAgencyConfirmsTheStopByThePauseItReportsAfterTheHold() {
        List<KnownAction> held = List.of(action(new KnownHold("case", HELD, null)));
        assertThat(agency(trace(
                        open(), held, List.of(notice(Legal.SUSPENDED, Owes.PAUSE, AgencyState.PAUSED, BEFORE)), null)))
                .as("the pause of an earlier case is none of this one")
                .satisfies(place -> assertThat(place.done()).isFalse());
        assertThat(agency(trace(
                        open(), held, List.of(notice(Legal.SUSPENDED, Owes.NONE, AgencyState.PAUSED, LATER)), null)))
                .satisfies(place -> {
                    assertThat(place.duty()).isEqualTo(Duty.STOP);
                    assertThat(place.done()).isTrue();
                    assertThat(String.valueOf(place.confirmedAt())).isEqualTo("2026-09-22T10:00+08:00");
                });
    }

    @Test
    void anUpheldCaseIsCompleteOnceTheOwnerHasRevokedAndTheAgencyHasUndone() {
        List<KnownAction> held = List.of(action(new KnownHold("case", HELD, LATER)));
        List<KnownNotice> undoing = List.of(notice(Legal.RECALLED, Owes.UNDOING, AgencyState.EXECUTED, BEFORE));
        List<KnownNotice> undone = List.of(notice(Legal.RECALLED, Owes.NONE, AgencyState.UNDONE, LATER));
        KnownEnd revoked = new KnownEnd(EndingReason.REVOKED, "异〔2026〕000001号", LATER);
        assertThat(trace(upheld(), held, undoing, null))
                .filteredOn(place -> !place.done())
                .extracting(Place::duty)
                .containsExactlyInAnyOrder(Duty.CORRECTION, Duty.RECALL);
        assertThat(trace(upheld(), held, undone, revoked))
                .allMatch(Place::done)
                .extracting(Place::duty)
                .contains(Duty.CORRECTION, Duty.RECALL);
    }

    private static Place agency(List<Place> places) {
        return places.stream()
                .filter(place -> place.place().equals("tax"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Place> trace(
            TracedCase followed, List<KnownAction> actions, List<KnownNotice> notices, @Nullable KnownEnd end) {
        var listing = new KnownListing(
                "l",
                "market",
                "SEVERE-QUALITY",
                ListClass.SEVERE,
                "s",
                List.of(),
                List.of(),
                LocalDate.of(2026, 9, 18),
                null,
                1,
                end);
        return Tracing.of(followed, Optional.empty(), List.of(listing), actions, notices);
    }

    private static TracedCase open() {
        return new TracedCase("case", "n", "s", against(), Effect.NONE, true, HELD, null);
    }

    private static TracedCase upheld() {
        return new TracedCase("case", "n", "s", against(), Effect.REVOKE, false, HELD, HELD);
    }

    private static Against against() {
        return new Against(Against.Kind.LISTING, "l");
    }

    private static KnownAction action(@Nullable KnownHold hold) {
        return new KnownAction("a", "l", hold == null ? List.of() : List.of(hold), 1);
    }

    private static KnownNotice notice(Legal legal, Owes owes, AgencyState report, Instant at) {
        return new KnownNotice(
                "n1", "a", "l", "M-01", "tax", "s", legal, owes, List.of(new KnownReport(1, report, at)));
    }
}
