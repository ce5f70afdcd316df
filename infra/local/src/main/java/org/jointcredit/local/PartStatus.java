package org.jointcredit.local;

import java.util.Locale;
import java.util.Optional;

/// One line of `status`.
///
/// @param port nothing when somebody else runs it
/// @param residentMegabytes resident memory in MB, where it can be known
public record PartStatus(
        String name, Optional<Long> pid, Optional<Integer> port, Health health, Optional<Long> residentMegabytes) {
    public enum Health {
        HEALTHY,
        UNHEALTHY,
        STOPPED
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-12s pid %-8s port %-6s %-10s %s",
                name,
                pid.map(String::valueOf).orElse("-"),
                port.map(String::valueOf).orElse("-"),
                health.name().toLowerCase(Locale.ROOT),
                residentMegabytes.map(size -> size + " MB").orElse("-"));
    }
}
