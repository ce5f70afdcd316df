package org.jointcredit.contract.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// CloudEvents 1.0 in binary mode: the attributes are headers of the Kafka record, its value is the data as JSON.
public final class CloudEvents {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String SEQUENCE = "ce_sequence";
    public static final String CORRELATION_ID = "ce_correlationid";
    public static final String CAUSATION_ID = "ce_causationid";
    public static final String TRACE_PARENT = "traceparent";
    public static final String CONTENT_TYPE = "content-type";
    public static final String JSON = "application/json";

    private CloudEvents() {}

    /// The headers to send, UTF-8 text each; what is null is left out.
    public static Map<String, String> write(EventHeaders event) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(SPEC_VERSION, "1.0");
        headers.put(ID, event.id());
        headers.put(SOURCE, event.source());
        headers.put(TYPE, event.type());
        putIfPresent(headers, SUBJECT, event.subject());
        putIfPresent(headers, TIME, event.time());
        putIfPresent(headers, SEQUENCE, event.sequence());
        putIfPresent(headers, CORRELATION_ID, event.correlationId());
        putIfPresent(headers, CAUSATION_ID, event.causationId());
        putIfPresent(headers, TRACE_PARENT, event.traceParent());
        headers.put(CONTENT_TYPE, JSON);
        return headers;
    }

    /// Reads what somebody sent. The four required attributes must be there; an optional one that makes no sense
    /// counts as absent, because outsiders may use it in their own way.
    public static HeaderReading read(Map<String, String> headers) {
        var id = present(headers, ID);
        var source = present(headers, SOURCE);
        var type = present(headers, TYPE);
        var version = present(headers, SPEC_VERSION);
        if (id == null || source == null || type == null || version == null) {
            return new UnreadableHeaders("missing headers: "
                    + Stream.of(SPEC_VERSION, ID, SOURCE, TYPE)
                            .filter(name -> present(headers, name) == null)
                            .collect(Collectors.joining(", ")));
        }
        if (!version.equals("1.0")) {
            return new UnreadableHeaders(SPEC_VERSION + " is not 1.0");
        }
        return new EventHeaders(
                id,
                source,
                type,
                present(headers, SUBJECT),
                time(present(headers, TIME)),
                sequence(present(headers, SEQUENCE)),
                present(headers, CORRELATION_ID),
                present(headers, CAUSATION_ID),
                present(headers, TRACE_PARENT));
    }

    private static void putIfPresent(Map<String, String> headers, String name, @Nullable Object value) {
        if (value != null) {
            headers.put(name, value.toString());
        }
    }

    private static @Nullable String present(Map<String, String> headers, String name) {
        var value = headers.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static @Nullable Long sequence(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
