package org.jointcredit.objection.deletion;

import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.objection.deletion.DeletionStore.Scope;

/** The queries by which deletions are found. */
public final class DeletionQueries {
    private DeletionQueries() {}

    public static Map<String, Document> all() {
        return Map.of(
                "a subject's own",
                find(new Scope("s").filter())
                        .append("sort", new Document(DeletionStore.RECEIVED_AT, -1).append("_id", -1)),
                "what waits for the end of a record",
                find(DeletionStore.waitingFor("r")));
    }

    private static Document find(Bson filter) {
        return new Document("find", DeletionStore.COLLECTION).append("filter", filter.toBsonDocument());
    }
}
