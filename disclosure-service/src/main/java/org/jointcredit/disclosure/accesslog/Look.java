package org.jointcredit.disclosure.accesslog;

import org.jspecify.annotations.Nullable;

/**
 * One look at what is not public. Holds neither name nor number of the subject.
 *
 * @param subject id of the subject; absent where nobody is known by the number asked for, or none was asked for
 * @param purpose code of the purpose; absent with an authorisation
 * @param matter number of the matter it serves, as the officer states it
 * @param request id of the query, or of the authorisation
 * @param records how many records and listings were shown
 * @param why purpose of the authorisation in the subject's words; absent otherwise. Kept sealed
 */
public record Look(
        LookKind kind,
        Asker asker,
        @Nullable String subject,
        @Nullable String purpose,
        @Nullable String matter,
        String request,
        int records,
        @Nullable String why) {}
