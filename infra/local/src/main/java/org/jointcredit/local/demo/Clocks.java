package org.jointcredit.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.local.Failure;
import org.jointcredit.local.LocalSystem;
import org.jointcredit.local.demo.FrontDoor.Answer;

/// The business clocks of all services, moved together.
final class Clocks {
    private static final String PATH = "/actuator/businessclock";

    private final Doors doors;
    private final List<String> services;
    private LocalDate today = LocalDate.MIN;
    private Instant now = Instant.MIN;

    Clocks(LocalSystem system, Doors doors) {
        this.doors = doors;
        this.services = system.servicesWithClock();
        services.forEach(service -> read(service, door(service).get(PATH)));
    }

    /// The day of the service that is furthest.
    LocalDate today() {
        return today;
    }

    /// When the last day was moved to.
    Instant now() {
        return now;
    }

    /// Moves all of them to a day; what is done at the change of a day is done when it returns.
    ///
    /// @return false if they may not go back so far any more
    boolean moveTo(LocalDate day) {
        var body = ContractJson.mapper().createObjectNode().put("date", day.toString());
        today = LocalDate.MIN;
        boolean moved = true;
        for (var service : services) {
            var answer = door(service).post(PATH, body);
            moved &= answer.status() == 200;
            read(service, answer.status() == 422 ? door(service).get(PATH) : answer);
        }
        return moved;
    }

    private void read(String service, Answer answer) {
        if (answer.status() != 200) {
            throw new Failure("The business clock of " + service + " answered " + answer.status()
                    + "; see infra/local/logs " + service + ".");
        }
        var shown = LocalDate.parse(Sample.text(answer.body(), "today"));
        if (shown.isAfter(today)) {
            today = shown;
            now = Instant.parse(Sample.text(answer.body(), "now"));
        }
    }

    private FrontDoor door(String service) {
        return doors.door(service, "drc-admin");
    }
}
