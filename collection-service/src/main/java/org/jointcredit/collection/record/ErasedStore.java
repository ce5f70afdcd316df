package org.jointcredit.collection.record;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Dispatch;
import org.jointcredit.platform.eventing.Journal;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Step;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is left of an erased record: that it was there, when and by which article it went, and a keyed hash by which it
 * is known again when somebody sends it once more (X3, C2). Nothing of what it said.
 */
@Component
class ErasedStore {
    static final String COLLECTION = "erased_records";
    static final String PRINT = "print";
    private static final String PROVIDER = "provider";

    private final MongoTemplate mongo;
    private final TransactionTemplate transactions;
    private final Journal journal;
    private final Relay relay;
    private final IndexKeys indexKeys;

    ErasedStore(
            MongoTemplate mongo,
            TransactionTemplate transactions,
            Journal journal,
            Relay erasedRelay,
            IndexKeys indexKeys) {
        this.mongo = mongo;
        this.transactions = transactions;
        this.journal = journal;
        this.relay = erasedRelay;
        this.indexKeys = indexKeys;
    }

    /**
     * The tombstone comes and the record with its whole journal goes, in one transaction.
     *
     * @return false: it has changed meanwhile, or something said of it is not sent yet
     */
    boolean erase(CreditRecord record, String basis, Step step, Cause cause) {
        var tombstone = new Document("_id", record.id())
                .append(PRINT, print(record.origin().key(), record.subject().id()))
                .append(PROVIDER, record.origin().provider())
                .append("item", record.origin().item())
                .append("subject", record.subject().id())
                .append("basis", basis)
                .append("at", Date.from(cause.at()));
        Dispatch dispatch = journal.open(tombstone, journal.number(record.version(), cause, List.of(step)));
        var asSeen = and(eq("_id", record.id()), RecordStore.asSeenAndSent(record));
        boolean done = Boolean.TRUE.equals(transactions.execute(_ -> {
            var deleted = mongo.execute(RecordStore.COLLECTION, records -> records.deleteOne(asSeen));
            if (deleted == null || deleted.getDeletedCount() == 0) {
                return false;
            }
            mongo.execute(COLLECTION, tombstones -> tombstones.insertOne(tombstone));
            return true;
        }));
        if (done) {
            relay.send(List.of(dispatch));
        }
        return done;
    }

    /** Whether a record that somebody might know of was erased. */
    boolean holds(String id, Scope scope) {
        Bson filter = scope.department() == null ? eq("_id", id) : and(eq("_id", id), eq(PROVIDER, scope.department()));
        return mongo.getCollection(COLLECTION)
                        .find(filter)
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }

    /** Which of these were erased. To be asked after the records themselves: what goes meanwhile is found in one place. */
    Set<RecordStore.Key> among(Collection<RecordStore.Key> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        Map<String, RecordStore.Key> byPrint = new HashMap<>();
        keys.forEach(key -> byPrint.put(print(key.key(), key.subject()), key));
        return mongo.getCollection(COLLECTION)
                .find(in(PRINT, byPrint.keySet()))
                .projection(Projections.include(PRINT))
                .map(found -> byPrint.get(found.getString(PRINT)))
                .into(new HashSet<>());
    }

    private String print(String key, String subject) {
        return indexKeys.keyedFingerprint(key + '|' + subject);
    }
}
