package org.jointcredit.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** domain-facts, "Clocks": days are those of Asia/Shanghai whatever the machine's zone. */
class BusinessClockTest {
    private static BusinessClock at(String instant) {
        return new BusinessClock(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    @Test
    void a_day_begins_at_midnight_in_shanghai() {
        assertThat(at("2026-11-24T15:59:59Z").today()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(at("2026-11-24T16:00:00Z").today()).isEqualTo(LocalDate.of(2026, 11, 25));
    }

    @Test
    void the_machines_zone_changes_nothing() {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : new String[] {"Pacific/Kiritimati", "America/Los_Angeles", "UTC"}) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertThat(at("2026-12-31T16:00:00Z").today()).isEqualTo(LocalDate.of(2027, 1, 1));
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void moved_ahead_it_is_another_day_at_the_same_time_of_day() {
        BusinessClock clock = at("2026-11-24T16:00:00Z");
        clock.setDaysAhead(6);
        assertThat(clock.today()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(clock.now()).isEqualTo(Instant.parse("2026-11-30T16:00:00Z"));
    }
}
