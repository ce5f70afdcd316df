package org.jointcredit.collection.subject;

import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The queries that subjects are found by. */
public final class SubjectQueries {
    private SubjectQueries() {}

    public static Map<String, Document> all() {
        return Map.of(
                "codes", query(List.of("c"), List.of()),
                "numbers", query(List.of(), List.of("m")),
                "both", query(List.of("c"), List.of("m")));
    }

    private static Document query(List<String> codes, List<String> macs) {
        return new Document("filter", SubjectStore.byMarks(codes, macs).toBsonDocument());
    }
}
