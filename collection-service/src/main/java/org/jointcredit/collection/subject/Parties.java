package org.jointcredit.collection.subject;

import java.util.ArrayList;
import java.util.List;
import org.jointcredit.contract.event.IndexEntry;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.contract.identity.PersonDocument;
import org.jointcredit.platform.cipher.IndexKeys;
import org.springframework.stereotype.Component;

/** Makes parties of a record or listing from what was said of them and the subjects they are. */
@Component
public final class Parties {
    private final IndexKeys indexKeys;

    Parties(IndexKeys indexKeys) {
        this.indexKeys = indexKeys;
    }

    public Party of(Identity identity, String id) {
        return switch (identity) {
            case Identity.Organisation(String code, String name) ->
                new Party(id, SubjectKind.ORGANISATION, name, code, null, null, List.of());
            case Identity.Person(PersonDocument document, String name) ->
                new Party(
                        id,
                        SubjectKind.PERSON,
                        name,
                        null,
                        document.kind().label(),
                        Masking.number(document.number()),
                        index(document, name));
        };
    }

    private List<IndexEntry> index(PersonDocument document, String name) {
        List<IndexEntry> entries = new ArrayList<>(indexKeys.of(document.key()));
        entries.addAll(indexKeys.ofNameAndLastFour(name, document.lastFour()));
        return entries;
    }
}
