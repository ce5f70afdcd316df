package org.jointcredit.contract.event;

import java.time.Instant;
import java.util.List;

/// A record is gone, and every copy of it must go: the value of `record-erased` on `record`. Written by collection.
///
/// @param record id of the record
/// @param subject id of the subject
/// @param basis article by which it went
/// @param version higher than that of every fact about the record
/// @param at when it was erased
/// @param prints keyed hashes by which collection knows the record when it is sent again, even where its database was
///     restored from a copy of before
public record RecordErased(
        String record,
        String subject,
        String provider,
        String item,
        String basis,
        long version,
        Instant at,
        List<String> prints) {
    public RecordErased {
        prints = List.copyOf(prints);
    }
}
