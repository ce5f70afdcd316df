package org.jointcredit.collection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jointcredit.platform.time.BusinessClock;

/** A day on which tests without servers take place. */
public final class Fixtures {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    public static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

    private Fixtures() {}

    public static BusinessClock clock() {
        return new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
