package org.jointcredit.collection.record;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.collection.record.RecordStore.Key;
import org.jointcredit.collection.record.RecordStore.Wanted;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.contract.event.RecordState;
import org.jspecify.annotations.Nullable;

/** The queries that records are found by. */
public final class RecordQueries {
    private RecordQueries() {}

    public static Map<String, Document> all() {
        Map<String, Document> queries = new LinkedHashMap<>();
        queries.put("keys", query(RecordStore.byKeys(List.of(new Key("a", "1"), new Key("b", "2")))));
        queries.put("number", query(RecordStore.byNumber("market", "n-1")));
        queries.put("month", query(QualityStore.records(YearMonth.of(2026, 11), null, new Scope(null))));
        queries.put("month of one", query(QualityStore.records(YearMonth.of(2026, 11), "tax", new Scope("tax"))));
        queries.put("organisations' over", query(RecordStore.organisationsOver(LocalDate.of(2026, 11, 25))));
        queries.put("asked to be erased", query(RecordStore.requested()));
        queries.put("persons' over", query(RecordStore.personsOver(LocalDate.of(2026, 11, 25))));
        for (String department : new String[] {null, "market"}) {
            for (String number : new String[] {null, "n-1"}) {
                for (String item : new String[] {null, "XYGS-CF"}) {
                    for (RecordState state : new RecordState[] {null, RecordState.PUBLISHED}) {
                        for (boolean toSettle : new boolean[] {false, true}) {
                            var wanted = new Wanted(item, null, number, state, toSettle);
                            queries.put(department + " " + wanted, query(wanted.filter(new Scope(department))));
                        }
                    }
                }
            }
        }
        return queries;
    }

    public static Map<String, Document> sorted() {
        return Map.of(
                "all", sorted(null, false, RecordStore.CREATED_AT),
                "all by number", sorted(null, false, RecordStore.NUMBER),
                "to settle", sorted(null, true, RecordStore.CREATED_AT),
                "own", sorted("market", false, RecordStore.CREATED_AT));
    }

    public static Document refusals() {
        return query(QualityStore.refusals(YearMonth.of(2026, 11), null, new Scope(null)));
    }

    private static Document sorted(@Nullable String department, boolean toSettle, String field) {
        return query(new Wanted(null, null, null, null, toSettle).filter(new Scope(department)))
                .append("sort", new Document(field, 1).append("_id", 1));
    }

    private static Document query(Bson filter) {
        return new Document("filter", filter.toBsonDocument());
    }
}
