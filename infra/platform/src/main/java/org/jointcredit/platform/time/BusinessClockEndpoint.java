package org.jointcredit.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/** {@code POST /actuator/businessclock {"date": "2026-12-01"}}: the demonstration's way to let days pass. */
@WebEndpoint(id = "businessclock")
final class BusinessClockEndpoint {
    private final BusinessClock clock;
    private final MovableClock movable;

    BusinessClockEndpoint(BusinessClock clock, MovableClock movable) {
        this.clock = clock;
        this.movable = movable;
    }

    record Reading(LocalDate today, Instant now, long daysAhead) {}

    @ReadOperation
    Reading read() {
        return new Reading(clock.today(), clock.now(), clock.daysAhead());
    }

    @WriteOperation
    WebEndpointResponse<Object> move(String date) {
        try {
            movable.moveTo(LocalDate.parse(date));
            return new WebEndpointResponse<>(read());
        } catch (DateTimeException e) {
            return refusal("date must be a day that exists, written like 2026-12-01.");
        } catch (IllegalArgumentException e) {
            return refusal(String.valueOf(e.getMessage()));
        }
    }

    private static WebEndpointResponse<Object> refusal(String sentence) {
        return new WebEndpointResponse<>(Map.of("detail", sentence), 422);
    }
}
