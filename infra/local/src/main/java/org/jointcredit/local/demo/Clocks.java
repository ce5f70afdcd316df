package org.jointcredit.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.local.Failure;
import org.jointcredit.local.LocalSystem;

/// The business clocks of all services, moved together.
public final class Clocks {
    private final LocalSystem system;
    private final List<String> services;

    public Clocks(LocalSystem system) {
        this.system = system;
        this.services = system.servicesWithClock();
    }

    /// The day of the service that is furthest.
    public LocalDate today() {
        return services.stream()
                .map(service -> LocalDate.parse(Sample.text(ask(service).get(PATH).body(), "today")))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    Instant now() {
        return Instant.parse(Sample.text(ask(services.getFirst()).get(PATH).body(), "now"));
    }

    /// Moves all of them to a day.
    ///
    /// @return false if one may not go back so far any more; then none was moved further than that one
    public boolean moveTo(LocalDate day) {
        var body = ContractJson.mapper().createObjectNode().put("date", day.toString());
        for (var service : services) {
            var answer = ask(service).post(PATH, body);
            if (answer.status() == 422) {
                return false;
            }
            if (answer.status() != 200) {
                throw new Failure("The business clock of " + service + " answered " + answer.status()
                        + "; see infra/local/logs " + service + ".");
            }
        }
        return true;
    }

    private static final String PATH = "/actuator/businessclock";

    private FrontDoor ask(String service) {
        return new FrontDoor(system.url(service), system.token("drc-admin"));
    }
}
