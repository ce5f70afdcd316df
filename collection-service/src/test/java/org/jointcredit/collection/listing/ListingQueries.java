package org.jointcredit.collection.listing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jointcredit.collection.listing.ListingStore.Key;
import org.jointcredit.collection.listing.ListingStore.Wanted;
import org.jointcredit.collection.submission.Scope;
import org.jspecify.annotations.Nullable;

/** The queries that listings are found by. */
public final class ListingQueries {
    private ListingQueries() {}

    public static Map<String, Document> all(LocalDate today) {
        Map<String, Document> queries = new LinkedHashMap<>();
        queries.put(
                "numbers",
                query(ListingStore.byKeys(List.of(new Key("a", "1"), new Key("b", "2")))
                        .toBsonDocument()));
        queries.put("resting on a record", query(ListingStore.restsOn("r").toBsonDocument()));
        queries.put("past term", query(ListingStore.pastTerm(today).toBsonDocument()));
        for (String department : new String[] {null, "market"}) {
            for (String number : new String[] {null, "n-1"}) {
                for (String listType : new String[] {null, "SEVERE-TAX"}) {
                    for (ListingState state : new ListingState[] {null, ListingState.PUBLISHED}) {
                        for (boolean waits : new boolean[] {false, true}) {
                            var wanted = new Wanted(number, listType, state, waits);
                            var filter = wanted.filter(new Scope(department)).toBsonDocument();
                            queries.put(department + " " + wanted, query(filter));
                        }
                    }
                }
            }
        }
        return queries;
    }

    public static Map<String, Document> sorted() {
        return Map.of(
                "all", sorted(null, ListingStore.CREATED_AT),
                "all by number", sorted(null, ListingStore.NUMBER),
                "own", sorted("market", ListingStore.CREATED_AT));
    }

    private static Document sorted(@Nullable String department, String field) {
        return query(new Wanted(null, null, null, false)
                        .filter(new Scope(department))
                        .toBsonDocument())
                .append("sort", new Document(field, 1).append("_id", 1));
    }

    private static Document query(org.bson.BsonDocument filter) {
        return new Document("filter", filter);
    }
}
