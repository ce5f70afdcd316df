package org.jointcredit.objection.record;

import java.util.Map;
import org.jointcredit.platform.eventing.Cause;

/**
 * Something was told of records; said again when their events come again, and perhaps older than what is known.
 *
 * @param causes by id of the record
 */
public record RecordsMoved(Map<String, Cause> causes) {
    public RecordsMoved {
        causes = Map.copyOf(causes);
    }
}
