package org.jointcredit.collection.record;

import java.util.ArrayList;
import java.util.List;
import org.jointcredit.collection.subject.SubjectStore;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keyed hashes by which an erased record is known when it is sent once more, and by which it is found what is kept of
 * rows that were refused of it (X3, C2). They say who it was about by
 * number, because a subject may be made anew under another id; there is one for each key, because keys are changed.
 */
@Component
final class Prints {
    private final IndexKeys indexKeys;
    private final SubjectStore subjects;

    Prints(IndexKeys indexKeys, SubjectStore subjects) {
        this.indexKeys = indexKeys;
        this.subjects = subjects;
    }

    /** @param who key of its identity; null: that cannot be told */
    List<String> of(String key, @Nullable String who) {
        return indexKeys.keyedFingerprints(key + '|' + (who == null ? "" : who));
    }

    /** Those of a record, and of a row about its document that names nobody who could be read. */
    List<String> of(RecordStore.Key key) {
        List<String> prints = new ArrayList<>(of(key.key(), subjects.key(key.subject())));
        prints.addAll(of(key.key(), null));
        return prints;
    }
}
