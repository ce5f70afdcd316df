package org.jointcredit.collection.record;

import java.util.List;

/**
 * Records are gone, and what else is kept of them goes with them (X3); said again when their events come again.
 *
 * @param prints as {@link RecordSubmissions.Whose#prints()}
 */
public record RecordsErased(List<String> prints) {}
