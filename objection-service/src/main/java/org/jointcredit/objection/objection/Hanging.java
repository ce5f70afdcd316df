package org.jointcredit.objection.objection;

import java.util.List;
import org.jointcredit.contract.event.ListingVersion;
import org.jspecify.annotations.Nullable;

/**
 * What still hangs on an objection, or on its review (S5).
 *
 * @param holding whether what it touches must not be applied
 * @param resumesAfter listings whose hold ends with a later version
 * @param record version of the record when it was decided: its owner's change comes later; absent before, and where it
 *     is against something else
 */
public record Hanging(
        boolean holding,
        List<ListingVersion> resumesAfter,
        @Nullable Long record) {
    public static final Hanging NOTHING = new Hanging(false, List.of(), null);

    public Hanging {
        resumesAfter = List.copyOf(resumesAfter);
    }

    public Hanging letGo() {
        return new Hanging(false, resumesAfter, record);
    }
}
