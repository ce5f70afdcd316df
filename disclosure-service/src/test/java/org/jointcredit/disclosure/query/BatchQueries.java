package org.jointcredit.disclosure.query;

import java.time.Instant;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The queries by which batches are worked off and read. */
public final class BatchQueries {
    private BatchQueries() {}

    public static Map<String, Document> all() {
        var byRow = new Document(BatchStore.ROW, 1);
        return Map.of(
                "batches that wait",
                query(BatchStore.BATCHES, BatchStore.due(Instant.EPOCH), new Document(BatchStore.LEASE, 1)),
                "rows without answer",
                query(BatchStore.ROWS, BatchStore.unanswered("b"), byRow),
                "answers",
                query(BatchStore.ROWS, BatchStore.answered("b", Instant.EPOCH), new Document(byRow).append("_id", 1)));
    }

    private static Document query(String collection, Bson filter, Document sort) {
        return new Document("find", collection)
                .append("filter", filter.toBsonDocument())
                .append("sort", sort);
    }
}
