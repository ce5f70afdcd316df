package org.jointcredit.collection.batch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.collection.submission.Scope;

/** The queries that batches and their rows are found by. */
public final class BatchQueries {
    private BatchQueries() {}

    public static Map<String, Document> batches() {
        Map<String, Document> queries = new LinkedHashMap<>();
        queries.put("free", query(BatchStore.free(Instant.EPOCH), BatchStore.LEASED_UNTIL));
        queries.put("all", query(BatchStore.within(new Scope(null)), BatchStore.RECEIVED_AT, "_id"));
        queries.put("own", query(BatchStore.within(new Scope("market")), BatchStore.RECEIVED_AT, "_id"));
        return queries;
    }

    public static Map<String, Document> rows() {
        return Map.of(
                "all", query(BatchStore.of("b", null), BatchStore.ROW, "_id"),
                "refused", query(BatchStore.of("b", Outcome.REFUSED), BatchStore.ROW, "_id"),
                "of erased records", query(BatchStore.ofPrints(List.of("p", "q"))));
    }

    public static Map<String, Document> keys() {
        return Map.of("claimed", query(BatchKeyStore.open(List.of("b"))));
    }

    public static Map<String, Document> uploads() {
        return Map.of("pieces", query(UploadStore.of("b")), "the next", query(UploadStore.after("b"), "_id"));
    }

    private static Document query(Bson filter, String... sort) {
        Document order = new Document();
        for (String field : sort) {
            order.append(field, 1);
        }
        return new Document("filter", filter.toBsonDocument()).append("sort", order);
    }
}
