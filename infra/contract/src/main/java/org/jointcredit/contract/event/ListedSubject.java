package org.jointcredit.contract.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who stands on the list. Says of a natural person nothing but its id and index entries.
///
/// @param id random id, given by collection
/// @param code unified social credit code; organisations only
/// @param name registered name; organisations only
/// @param index keyed hashes; natural persons only
public record ListedSubject(
        String id,
        SubjectKind kind,
        @Nullable String code,
        @Nullable String name,
        List<IndexEntry> index) {
    public ListedSubject {
        index = List.copyOf(index);
    }
}
