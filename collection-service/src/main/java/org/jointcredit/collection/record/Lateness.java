package org.jointcredit.collection.record;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jointcredit.collection.catalogue.RulePacks;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.time.WorkingDays;
import org.springframework.stereotype.Component;

/** How many working days after the decision a licence or penalty came, and whether that is late (C5, P5.3). */
@Component
final class Lateness {
    /** Some decades; from here on it is late anyway. */
    private static final int COUNTED = 9_999;

    private static final int REMEMBERED = 10_000;

    private final WorkingDays workingDays;
    private final RulePacks rulePacks;
    private final BusinessClock clock;
    private final Map<Span, Integer> counted = new ConcurrentHashMap<>();

    Lateness(WorkingDays workingDays, RulePacks rulePacks, BusinessClock clock) {
        this.workingDays = workingDays;
        this.rulePacks = rulePacks;
        this.clock = clock;
    }

    private record Span(LocalDate from, LocalDate to) {}

    CreditRecord.Lateness of(LocalDate decidedOn) {
        LocalDate today = clock.today();
        if (counted.size() > REMEMBERED) { // a file has thousands of rows of the same days
            counted.clear();
        }
        int days = counted.computeIfAbsent(
                new Span(decidedOn, today), span -> workingDays.between(span.from(), span.to(), COUNTED));
        return new CreditRecord.Lateness(days, days > rulePacks.inForce(today).disclosedWithin());
    }
}
