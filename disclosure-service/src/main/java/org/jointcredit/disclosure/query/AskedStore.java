package org.jointcredit.disclosure.query;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Keeps for a month with which body a single query was asked under the caller's key: a keyed hash, never the body. */
@Component
final class AskedStore {
    static final String COLLECTION = "queries_asked";
    static final String AT = "at";
    private static final String FINGERPRINT = "fingerprint";

    private final MongoTemplate mongo;

    AskedStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** What the query was asked with first. */
    Optional<String> find(String id) {
        return Optional.ofNullable(collection().find(eq("_id", id)).first())
                .map(document -> document.getString(FINGERPRINT));
    }

    /** @return what the query was asked with first: this, unless another was quicker */
    String keep(String id, String fingerprint, Instant at) {
        Document first = collection()
                .findOneAndUpdate(
                        eq("_id", id),
                        Updates.combine(
                                Updates.setOnInsert(FINGERPRINT, fingerprint), Updates.setOnInsert(AT, Date.from(at))),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(first).getString(FINGERPRINT);
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
