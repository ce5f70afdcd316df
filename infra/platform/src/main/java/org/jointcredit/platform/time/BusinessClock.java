package org.jointcredit.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The clock of days and deadlines: Asia/Shanghai whatever the machine's zone. Tokens, leases and logs use the system's
 * {@link Clock} instead, because the demonstration may move this one.
 */
public final class BusinessClock {
    /** The zone in which all days of the law are counted. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock system;
    private volatile long daysAhead;

    public BusinessClock(Clock system) {
        this.system = system;
    }

    public Instant now() {
        return system.instant().plus(daysAhead, ChronoUnit.DAYS);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    long daysAhead() {
        return daysAhead;
    }

    void setDaysAhead(long days) {
        daysAhead = days;
    }
}
