package org.jointcredit.collection.record;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.collection.submission.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * How well providers hand in (C5, C7): what was taken and what of it came late is counted from the records, what was
 * refused by number alone, because its content is not kept (C3).
 */
@Component
public final class QualityStore {
    static final String REFUSALS = "record_refusals";
    static final String MONTH = "month";
    static final String PROVIDER = "provider";
    private static final String REFUSED = "refused";
    private static final String FILES = "files";

    private final MongoTemplate mongo;

    QualityStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * A provider's rows in a month.
     *
     * @param refusedFiles as a whole, before a row of them was read
     */
    record Row(String dept, String month, int accepted, int late, int refused, int refusedFiles) {
        Row plus(int accepted, int late, int refused, int files) {
            return new Row(
                    dept,
                    month,
                    this.accepted + accepted,
                    this.late + late,
                    this.refused + refused,
                    refusedFiles + files);
        }
    }

    /** A file that was refused as a whole; told twice it counts once. */
    public void addFile(YearMonth month, String provider, String batch) {
        mongo.getCollection(REFUSALS)
                .updateOne(
                        eq("_id", month + "/" + provider),
                        Updates.combine(
                                Updates.set(MONTH, month.toString()),
                                Updates.set(PROVIDER, provider),
                                Updates.addToSet(FILES, batch)),
                        new UpdateOptions().upsert(true));
    }

    /**
     * What was refused of a batch; told twice it counts once.
     *
     * @param refused provider → rows
     */
    public void addBatch(YearMonth month, String batch, Map<String, Integer> refused) {
        refused.forEach((provider, rows) -> {
            String id = batch + "/" + provider;
            mongo.getCollection(REFUSALS)
                    .replaceOne(
                            eq("_id", id),
                            new Document("_id", id)
                                    .append(MONTH, month.toString())
                                    .append(PROVIDER, provider)
                                    .append(REFUSED, rows),
                            new ReplaceOptions().upsert(true));
        });
    }

    /**
     * What was refused of single submissions.
     *
     * @param refused provider → rows
     */
    void add(YearMonth month, Map<String, Integer> refused) {
        if (!refused.isEmpty()) {
            List<UpdateOneModel<Document>> updates = new ArrayList<>();
            refused.forEach((provider, rows) -> updates.add(new UpdateOneModel<>(
                    eq("_id", month + "/" + provider),
                    Updates.combine(
                            Updates.set(MONTH, month.toString()),
                            Updates.set(PROVIDER, provider),
                            Updates.inc(REFUSED, rows)),
                    new UpdateOptions().upsert(true))));
            mongo.getCollection(REFUSALS).bulkWrite(updates);
        }
    }

    /** Those who handed in anything, by code. */
    List<Row> of(YearMonth month, @Nullable String department, Scope scope) {
        Map<String, Row> rows = new TreeMap<>();
        mongo.getCollection(RecordStore.COLLECTION)
                .aggregate(List.of(
                        Aggregates.match(records(month, department, scope)),
                        Aggregates.group(
                                "$" + RecordStore.PROVIDER,
                                Accumulators.sum("accepted", 1),
                                Accumulators.sum(
                                        "late", new Document("$cond", List.of("$" + RecordStore.LATE, 1, 0))))))
                .forEach(found -> rows.put(
                        found.getString("_id"),
                        row(found.getString("_id"), month)
                                .plus(found.getInteger("accepted"), found.getInteger("late"), 0, 0)));
        mongo.getCollection(REFUSALS).find(refusals(month, department, scope)).forEach(found -> {
            String provider = found.getString(PROVIDER);
            rows.merge(
                    provider,
                    row(provider, month)
                            .plus(
                                    0,
                                    0,
                                    found.getInteger(REFUSED, 0),
                                    found.getList(FILES, String.class, List.of())
                                            .size()),
                    (row, refused) -> row.plus(0, 0, refused.refused(), refused.refusedFiles()));
        });
        return List.copyOf(rows.values());
    }

    static Bson records(YearMonth month, @Nullable String department, Scope scope) {
        return and(filters(RecordStore.MONTH, RecordStore.PROVIDER, month, department, scope));
    }

    static Bson refusals(YearMonth month, @Nullable String department, Scope scope) {
        return and(filters(MONTH, PROVIDER, month, department, scope));
    }

    private static List<Bson> filters(
            String monthField, String providerField, YearMonth month, @Nullable String department, Scope scope) {
        List<Bson> filters = new ArrayList<>(List.of(eq(monthField, month.toString())));
        if (department != null) {
            filters.add(eq(providerField, department));
        }
        if (scope.department() != null) {
            filters.add(eq(providerField, scope.department()));
        }
        return filters;
    }

    private static Row row(String provider, YearMonth month) {
        return new Row(provider, month.toString(), 0, 0, 0, 0);
    }
}
