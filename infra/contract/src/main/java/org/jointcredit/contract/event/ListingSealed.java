package org.jointcredit.contract.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a [ListingFact] says of natural persons: the plain form of its `sealed`. Never logged, never sent in the open.
///
/// @param subjectName name of the listed subject; natural persons only
/// @param subjectMasked the same, masked; natural persons only
/// @param persons one entry for each person behind, whatever its roles
/// @param facts what was found, as the decision says
/// @param proposedBy officer who proposed the listing
/// @param decidedBy officer who decided it
public record ListingSealed(
        @Nullable String subjectName,
        @Nullable String subjectMasked,
        List<SealedPerson> persons,
        String facts,
        String proposedBy,
        String decidedBy) {
    public ListingSealed {
        persons = List.copyOf(persons);
    }

    /// @param subject id of the person, as in [PersonBehind]
    public record SealedPerson(String subject, String name, String masked) {}
}
