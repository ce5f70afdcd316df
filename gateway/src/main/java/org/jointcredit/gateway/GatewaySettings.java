package org.jointcredit.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/// @param services base address of each service; `/api/<name>/**` goes there
/// @param connectionsPerService so many exchanges with one service at a time: one that hangs holds no more
/// @param bodyLimit largest request body
/// @param uploadLimit largest request body where whole files are handed in
/// @param uploads those addresses
@ConfigurationProperties("jointcredit.gateway")
record GatewaySettings(
        Map<String, URI> services,
        int connectionsPerService,
        DataSize bodyLimit,
        DataSize uploadLimit,
        Set<String> uploads,
        Breaker breaker) {
    /// The largest body that is taken at an address.
    DataSize limit(String address) {
        return uploads.contains(address) ? uploadLimit : bodyLimit;
    }

    /// @param window so many last calls are looked at; when half of them failed, the breaker opens
    /// @param open so long nobody is let through; also what `Retry-After` says
    /// @param trial so long a few trial calls have to show whether the service is back
    record Breaker(int window, Duration open, Duration trial) {}
}
