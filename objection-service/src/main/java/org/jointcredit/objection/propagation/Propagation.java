package org.jointcredit.objection.propagation;

import java.time.OffsetDateTime;
import org.jointcredit.platform.web.PageOf;

/**
 * Where a case has arrived.
 *
 * @param number of the case, as shown
 * @param asOf the moment of this answer
 * @param complete nothing is missing
 * @param missing how many confirmations are
 * @param confirmed how many there are
 */
record Propagation(
        String kind,
        String id,
        String number,
        OffsetDateTime asOf,
        boolean complete,
        long missing,
        long confirmed,
        PageOf<Place> places) {}
