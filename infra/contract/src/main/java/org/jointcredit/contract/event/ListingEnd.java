package org.jointcredit.contract.event;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How a listing ended.
///
/// @param decision absent where the term ran out by itself
/// @param on day from which the listing has no effect
/// @param at when collection recorded it
public record ListingEnd(EndingReason reason, @Nullable Decision decision, LocalDate on, Instant at) {}
