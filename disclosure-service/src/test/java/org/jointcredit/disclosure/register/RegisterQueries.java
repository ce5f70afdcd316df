package org.jointcredit.disclosure.register;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.RecordCategory;
import org.jspecify.annotations.Nullable;

/** The queries that the register is read by. */
public final class RegisterQueries {
    private RegisterQueries() {}

    public static Map<String, Document> all(LocalDate today) {
        Map<String, Document> queries = new LinkedHashMap<>();
        queries.put("code", subjects(eq(SubjectStore.CODE, "c"), null));
        queries.put("macs", subjects(in(SubjectStore.MACS, List.of("a", "b")), null));
        queries.put("two characters", subjects(SubjectStore.byName("示例"), SubjectStore.LENGTH));
        queries.put("a name", subjects(SubjectStore.byName("元宝山示例有限公司"), SubjectStore.LENGTH));
        queries.put("records of a subject", records(Shown.of("s")));
        queries.put(
                "records of a subject for a purpose",
                records(and(
                        Shown.of("s"), Shown.recordsInForce(today), Shown.openTo(List.of(RecordCategory.ADVERSE)))));
        queries.put("public records of a subject", records(and(Shown.of("s"), Shown.publicRecords(today))));
        for (DoubleDisclosure kind : new DoubleDisclosure[] {null, DoubleDisclosure.PENALTY}) {
            queries.put("double disclosure of " + kind, records(Shown.doubleDisclosure(kind, today, today, today)));
            queries.put(
                    "double disclosure of " + kind + " without days",
                    records(Shown.doubleDisclosure(kind, null, null, today)));
        }
        queries.put("listings that reach", listings(Shown.reaching("s")));
        queries.put("public listings of a subject", listings(and(Shown.of("s"), Shown.publicListings(today))));
        queries.put(
                "marks of a page", find(RegisterConfiguration.MARKS, Marks.on(List.of("RECORD:r", "LISTING:l")), null));
        queries.put("a list", listings(Shown.onList("SEVERE-TAX", today)));
        return queries;
    }

    private static Document subjects(Bson filter, @Nullable String sort) {
        return find(SubjectStore.COLLECTION, filter, sort);
    }

    private static Document records(Bson filter) {
        return find(RegisterConfiguration.RECORDS, filter, Shown.RECORD_DECIDED);
    }

    private static Document listings(Bson filter) {
        return find(RegisterConfiguration.LISTINGS, filter, Shown.LISTING_DECIDED);
    }

    private static Document find(String collection, Bson filter, @Nullable String sort) {
        Document find = new Document("find", collection).append("filter", filter.toBsonDocument());
        return sort == null ? find : find.append("sort", new Document(sort, -1).append("_id", -1));
    }
}
