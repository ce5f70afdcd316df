package org.jointcredit.contract.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A record was erased because its subject asked for it (A28), and its provider is to delete its own: the value of
/// `record-erased-on-request` on `receipt.<dept>`. Written by collection. Nothing of what it said.
///
/// @param record id of the record, as its receipt said
/// @param number under which its provider knows it; absent where it holds the number of a person's document
/// @param item code of the catalogue item
/// @param basis article by which it went
/// @param deletion id of the request
/// @param at when it was erased
public record RecordErasedOnRequest(
        String record, @Nullable String number, String item, String basis, String deletion, Instant at) {}
