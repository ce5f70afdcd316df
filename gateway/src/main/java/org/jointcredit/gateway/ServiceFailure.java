package org.jointcredit.gateway;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.coyote.BadRequestException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;

/// Why an exchange with a service came to nothing.
enum ServiceFailure {
    /// Refused, reset or not taken up in time.
    AWAY(503),
    /// Connected, and then not a byte: nobody knows whether the service did what was asked.
    SILENT(504),
    /// Every connection to this service is in use.
    BUSY(503),
    TOO_LARGE(413),
    /// The caller stopped sending or listening, or wrote what cannot be read.
    CALLER(400);

    final int status;

    ServiceFailure(int status) {
        this.status = status;
    }

    /// Whether it speaks against the service, and so moves the circuit breaker.
    boolean ofService() {
        return this == AWAY || this == SILENT;
    }

    /// Null if it is no failure of an exchange but an error of ours.
    static @Nullable ServiceFailure of(@Nullable Throwable thrown) {
        return switch (thrown) {
            case null -> null;
            case AsSent.TooLarge _ -> TOO_LARGE;
            case BadRequestException _ -> CALLER; // Tomcat reading from or writing to the caller
            case ConnectionRequestTimeoutException _ -> BUSY;
            case ConnectTimeoutException _ -> AWAY;
            case SocketTimeoutException _ -> SILENT;
            case IOException _ -> AWAY;
            default -> of(thrown.getCause());
        };
    }
}
