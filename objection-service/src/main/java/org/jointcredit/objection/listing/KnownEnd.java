package org.jointcredit.objection.listing;

import java.time.Instant;
import org.jointcredit.contract.event.EndingReason;
import org.jspecify.annotations.Nullable;

/**
 * How a listing ended.
 *
 * @param document number of the decision that it ended by; absent where its term ran out
 * @param at when its owner recorded it
 */
public record KnownEnd(EndingReason reason, @Nullable String document, Instant at) {}
