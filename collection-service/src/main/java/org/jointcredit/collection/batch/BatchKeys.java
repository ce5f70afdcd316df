package org.jointcredit.collection.batch;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.platform.eventing.Outage;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which batch a client's {@code Idempotency-Key} has made. The key is claimed before the upload is read, which may take
 * minutes; the claim of a process that dies runs out.
 */
@Component
final class BatchKeys {
    static final String COLLECTION = "batchKeys";
    static final String UNTIL = "until";
    static final String BATCH = "batch";
    private static final String PRINT = "print";
    private static final Duration CLAIMED = Duration.ofSeconds(60);
    private static final Duration KEPT = Duration.ofDays(90);

    private final MongoTemplate mongo;
    private final Clock systemClock;
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();

    BatchKeys(MongoTemplate mongo, Clock systemClock) {
        this.mongo = mongo;
        this.systemClock = systemClock;
    }

    /** @param print keyed hash of what was sent; null: it is still being sent */
    record Known(String batch, @Nullable String print) {}

    /** Null: the key is this batch's now. */
    @Nullable
    Known claim(String key, String batch) {
        while (true) {
            try {
                keys().insertOne(new Document("_id", key).append(BATCH, batch).append(UNTIL, after(CLAIMED)));
                claimed.add(batch);
                return null;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
            }
            keys().deleteOne(and(eq("_id", key), lt(UNTIL, Date.from(systemClock.instant()))));
            Document found = keys().find(eq("_id", key)).first();
            if (found != null) {
                return new Known(found.getString(BATCH), found.getString(PRINT));
            }
        }
    }

    /** The batch is there, and is the answer to this key from now on. */
    void keep(String key, String batch, String print) {
        claimed.remove(batch);
        keys().updateOne(and(eq("_id", key), eq(BATCH, batch)), combine(set(PRINT, print), set(UNTIL, after(KEPT))));
    }

    /** Only successes are remembered. */
    void forget(String key, String batch) {
        claimed.remove(batch);
        keys().deleteOne(and(eq("_id", key), eq(BATCH, batch), exists(PRINT, false)));
    }

    @Scheduled(fixedDelayString = "${jointcredit.batches.renew-every:5s}")
    void renew() {
        try {
            if (!claimed.isEmpty()) {
                keys().updateMany(open(claimed), set(UNTIL, after(CLAIMED)));
            }
        } catch (RuntimeException e) {
            if (!Outage.is(e)) {
                throw e;
            }
        }
    }

    static Bson open(Collection<String> batches) {
        return and(in(BATCH, batches), exists(PRINT, false));
    }

    private Date after(Duration time) {
        return Date.from(systemClock.instant().plus(time));
    }

    private MongoCollection<Document> keys() {
        return mongo.getCollection(COLLECTION);
    }
}
