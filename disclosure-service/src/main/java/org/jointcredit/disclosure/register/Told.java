package org.jointcredit.disclosure.register;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import org.jointcredit.platform.web.PageOf;

/**
 * A page, and the moment and law it holds for.
 *
 * @param lawVersion version of the service rules in force
 */
record Told<T>(
        OffsetDateTime asOf,
        String lawVersion,
        @JsonUnwrapped PageOf<T> page) {}
