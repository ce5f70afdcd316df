package org.jointcredit.platform.eventing;

import java.time.Instant;
import org.jointcredit.contract.event.EventIds;
import org.jspecify.annotations.Nullable;

/**
 * Who set off a step, when, and as part of what.
 *
 * @param by the officer, system or service; shown in timelines
 * @param at the business moment of the step
 * @param correlation what all steps of one chain share, the {@code ce_correlationid}
 * @param causation the id of the event that led to it, the {@code ce_causationid}; null where a person or a clock did
 * @param from address or topic that it came from; null: from no outside (A27)
 */
public record Cause(
        String by,
        Instant at,
        String correlation,
        @Nullable String causation,
        @Nullable String from) {

    public Cause(String by, Instant at, String correlation, @Nullable String causation) {
        this(by, at, correlation, causation, null);
    }

    /** A chain that begins here: a person's or a system's own call, or a clock. */
    public static Cause first(String by, Instant at) {
        return new Cause(by, at, EventIds.next(), null);
    }

    /** A step that an event led to, in the same chain. */
    public static Cause of(InboundEvent event, String by, Instant at) {
        String correlation = event.headers().correlationId();
        return new Cause(
                by,
                at,
                correlation != null ? correlation : event.headers().id(),
                event.headers().id(),
                event.topic());
    }

    public Cause from(@Nullable String place) {
        return new Cause(by, at, correlation, causation, place);
    }
}
