package org.jointcredit.benchmark;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import org.bson.Document;

/// The floor under what the product stores: a collection of copies with the same declared indexes, written in raw bulks
/// of 1,000 (majority, journal).
final class Floor {
    /// What is written at once.
    static final int A_BULK = 1_000;

    private final MongoCollection<Document> copies;

    Floor(Bench bench, String database, String collection) {
        var product = bench.mongo().getDatabase(database).getCollection(collection);
        this.copies = bench.mongo()
                .getDatabase("benchmark")
                .getCollection(new MongoNamespace(database, collection).getFullName());
        for (Document index : product.listIndexes()) {
            if (!"_id_".equals(index.getString("name"))) {
                var options =
                        new IndexOptions().name(index.getString("name")).unique(index.getBoolean("unique", false));
                var partial = index.get("partialFilterExpression", Document.class);
                copies.createIndex(
                        index.get("key", Document.class),
                        partial == null ? options : options.partialFilterExpression(partial));
            }
        }
    }

    void insert(List<Document> documents) {
        for (int from = 0; from < documents.size(); from += A_BULK) {
            copies.insertMany(bulk(documents, from));
        }
    }

    void upsert(List<Document> documents) {
        for (int from = 0; from < documents.size(); from += A_BULK) {
            copies.bulkWrite(
                    bulk(documents, from).stream()
                            .map(copy -> new ReplaceOneModel<>(
                                    Filters.eq("_id", copy.get("_id")), copy, new ReplaceOptions().upsert(true)))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        }
    }

    private static List<Document> bulk(List<Document> documents, int from) {
        return documents.subList(from, Math.min(from + A_BULK, documents.size()));
    }

    void empty() {
        copies.deleteMany(new Document());
    }
}
