package org.jointcredit.objection.record;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.Optional;
import org.bson.Document;
import org.jointcredit.platform.mongo.UniqueKeys;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Keeps what is known of records. What is not newer changes nothing, so facts may come in any order and twice. */
@Component
public final class RecordStore {
    private static final String COLLECTION = "records";
    private static final String SEEN = "seen";
    private static final String SUBJECT = "subject";
    private static final String WITHDRAWN = "withdrawn";

    private final MongoTemplate mongo;

    RecordStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void put(Collection<KnownRecord> told) {
        var writes = told.stream()
                .map(record -> new ReplaceOneModel<>(
                        and(eq("_id", record.id()), lt(SEEN, record.version())),
                        document(record),
                        new ReplaceOptions().upsert(true)))
                .toList();
        UniqueKeys.write(collection(), writes); // where a key is taken, something newer is there
    }

    public Optional<KnownRecord> find(String id) {
        return Optional.ofNullable(collection().find(eq("_id", id)).first()).map(RecordStore::record);
    }

    /** A subject's own. */
    public Optional<KnownRecord> find(String id, String subject) {
        return Optional.ofNullable(collection()
                        .find(and(eq("_id", id), eq(SUBJECT, subject)))
                        .first())
                .map(RecordStore::record);
    }

    private static Document document(KnownRecord record) {
        return new Document("_id", record.id())
                .append(SEEN, record.version())
                .append(SUBJECT, record.subject())
                .append("provider", record.provider())
                .append("item", record.item())
                .append(WITHDRAWN, record.withdrawn())
                .append("erased", record.erased());
    }

    private static KnownRecord record(Document document) {
        return new KnownRecord(
                document.getString("_id"),
                document.getString(SUBJECT),
                document.getString("provider"),
                document.getString("item"),
                document.get(SEEN, Number.class).longValue(),
                document.getBoolean(WITHDRAWN, false),
                document.getBoolean("erased", false));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
