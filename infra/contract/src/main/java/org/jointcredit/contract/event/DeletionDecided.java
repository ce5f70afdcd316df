package org.jointcredit.contract.event;

import java.time.Instant;

/// A subject's request to delete a record about itself was granted (A28): the value of `deletion-decided` on `remedy`.
/// Written by objection. Collection erases the record and tells its provider.
///
/// @param deletion id of the request
/// @param record id of the record
/// @param subject id of the subject
/// @param item code of the catalogue item
/// @param basis article by which it may be deleted
/// @param lawVersion version of the law it was decided by
/// @param at when it was decided
public record DeletionDecided(
        String deletion,
        String record,
        String subject,
        String provider,
        String item,
        String basis,
        String lawVersion,
        Instant at) {}
