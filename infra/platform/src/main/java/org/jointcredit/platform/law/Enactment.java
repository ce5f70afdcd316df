package org.jointcredit.platform.law;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * Who made a version law: one officer proposed it, another one put it in force.
 *
 * @param proposedBy what people call the officer
 * @param enactedBy likewise, never the same officer
 * @param order counts what was put in force here: of two versions of one day the later one governs
 */
public record Enactment(
        String proposedBy,
        Instant proposedAt,
        String enactedBy,
        Instant enactedAt,
        @JsonIgnore long order) {}
