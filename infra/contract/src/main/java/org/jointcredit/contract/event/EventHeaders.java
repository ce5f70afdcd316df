package org.jointcredit.contract.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The attributes of one event (CloudEvents 1.0).
///
/// @param id unique per source; ours are UUIDv7
/// @param source who sent it, e.g. `/sanction-service`
/// @param type one of [EventTypes]
/// @param subject id of the aggregate
/// @param sequence position in the aggregate's history; ours only
/// @param correlationId what the whole chain began with
/// @param causationId id of the message that this one answers
/// @param traceParent W3C trace context
public record EventHeaders(
        String id,
        String source,
        String type,
        @Nullable String subject,
        @Nullable Instant time,
        @Nullable Long sequence,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String traceParent)
        implements HeaderReading {}
