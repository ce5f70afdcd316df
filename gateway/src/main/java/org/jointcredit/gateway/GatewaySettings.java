package org.jointcredit.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/// @param services base address of each service; `/api/<name>/**` goes there
/// @param connectionsPerService so many exchanges with one service at a time: one that hangs holds no more
/// @param bodyLimit largest request body
@ConfigurationProperties("jointcredit.gateway")
record GatewaySettings(Map<String, URI> services, int connectionsPerService, DataSize bodyLimit, Breaker breaker) {

    /// @param window so many last calls are looked at; when half of them failed, the breaker opens
    /// @param open so long nobody is let through; also what `Retry-After` says
    /// @param trial so long a few trial calls have to show whether the service is back
    record Breaker(int window, Duration open, Duration trial) {}
}
