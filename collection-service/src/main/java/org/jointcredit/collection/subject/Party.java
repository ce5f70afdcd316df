package org.jointcredit.collection.subject;

import java.util.List;
import org.jointcredit.contract.event.IndexEntry;
import org.jointcredit.contract.event.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * A subject as a record or listing names it. The number of a person's document is kept by the subject alone.
 *
 * @param id of the subject
 * @param name as the decision names it
 * @param code organisations only
 * @param documentKind label of the kind of document; natural persons only
 * @param maskedNumber natural persons only
 * @param index keyed hashes by which the other services find the person
 */
public record Party(
        String id,
        SubjectKind kind,
        String name,
        @Nullable String code,
        @Nullable String documentKind,
        @Nullable String maskedNumber,
        List<IndexEntry> index) {
    public Party {
        index = List.copyOf(index);
    }
}
