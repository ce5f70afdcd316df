package org.jointcredit.objection.objection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an objection came.
 *
 * @param subject id of the subject whose right it is
 * @param by user name or client of who filed it
 * @param dept code of the filing department; absent where a subject filed
 * @param fingerprint keyed hash of the body it came with
 */
record Filing(
        Filer filer, String subject, String by, @Nullable String dept, Instant at, String fingerprint) {}
