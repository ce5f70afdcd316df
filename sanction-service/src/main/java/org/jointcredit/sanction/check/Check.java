package org.jointcredit.sanction.check;

import java.util.Set;
import org.jointcredit.contract.event.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * A check that was answered: the log of the look, and what its outcome is reported on. Of the subject it keeps opaque
 * ids only.
 *
 * @param askedBy user or client that asked
 * @param by the officer
 * @param fingerprint keyed, of the body that asked
 */
record Check(
        String id,
        String agency,
        String askedBy,
        @Nullable String by,
        SubjectKind kind,
        Set<String> subjects,
        String scene,
        String item,
        CheckStage stage,
        String fingerprint,
        CheckAnswer answer) {

    Check {
        subjects = Set.copyOf(subjects);
    }
}
