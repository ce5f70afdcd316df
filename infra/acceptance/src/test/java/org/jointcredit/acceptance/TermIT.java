package org.jointcredit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.acceptance.House.FRONT;
import static org.jointcredit.acceptance.House.SYSTEM;
import static org.jointcredit.acceptance.House.eventually;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jointcredit.acceptance.Agencies.Report;
import org.jointcredit.contract.event.EventTypes;
import org.junit.jupiter.api.Test;

/** C6, S5: a listing past its term is ended by collection itself; who had applied its measures owes their release. */
class TermIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String run = House.freshRun();

    @Test
    void aListingPastItsTermEndsTheNextDayAndItsNoticesAreLifted() {
        var today = LocalDate.parse(FRONT.today("collection"));
        var listing =
                new Invented(run.hashCode()).listing(run + 1, "SEVERE-TAX").put("until", today.toString());
        try (var outbox = new Outbox(SYSTEM);
                var _ = new Agencies(
                        SYSTEM,
                        outbox,
                        run,
                        notice -> notice.path("agency").asString().equals("drc")
                                ? List.of(Report.of(EventTypes.NOTICE_EXECUTED))
                                : List.of())) {
            var id = FRONT.post("sys-tax", "collection/listings", listing)
                    .expect(201)
                    .path("id")
                    .asString();
            int expected = LawCodes.notices(listing).size();
            eventually(
                    PATIENCE,
                    "its notices",
                    () -> House.notices(id).size() == expected
                            && House.notices(id).stream()
                                    .filter(notice ->
                                            notice.path("agency").asString().equals("drc"))
                                    .allMatch(notice -> notice.path("applied").asBoolean()));
            assertThat(House.notices(id))
                    .allSatisfy(notice ->
                            assertThat(notice.path("legal").asString()).isEqualTo("IN_FORCE"));

            for (var service : SYSTEM.local().servicesWithClock()) {
                FRONT.moveClock(service, today.plusDays(1).toString());
            }
            eventually(
                    PATIENCE,
                    "the end of the listing",
                    () -> FRONT.get("sys-tax", "collection/listings/" + id)
                            .body()
                            .path("state")
                            .asString()
                            .equals("ENDED"));
            eventually(
                    PATIENCE,
                    "the end of its notices",
                    () -> House.notices(id).stream()
                            .allMatch(notice -> notice.path("legal").asString().equals("ENDED")));
            assertThat(FRONT.get("sys-tax", "collection/listings/" + id).text()).contains("TERM");
            assertThat(House.notices(id))
                    .allSatisfy(notice -> assertThat(notice.path("owes").asString())
                            .isEqualTo(notice.path("agency").asString().equals("drc") ? "RELEASE" : "NONE"));
        }
    }
}
