package org.jointcredit.collection.listing;

import java.time.LocalDate;
import java.util.List;
import org.jointcredit.contract.event.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed of a listing; null stays as it is.
 *
 * @param persons the whole new list
 * @param proposedBy officer who proposes it
 * @param decidedBy officer who decided it; null where an officer enters it
 * @param fingerprint keyed hash of what was sent
 */
public record Change(
        String reason,
        @Nullable List<ListedPerson> persons,
        @Nullable String facts,
        @Nullable List<Evidence> evidence,
        @Nullable LocalDate until,
        String proposedBy,
        @Nullable String decidedBy,
        String fingerprint) {}
