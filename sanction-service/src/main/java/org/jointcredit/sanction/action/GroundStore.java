package org.jointcredit.sanction.action;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.ListingVersion;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps what is known of holds, by what they are against: an objection may arrive before its listing, and a listing may
 * rest on a record that was objected to before. Who opens or changes an action writes its grounds first, so that it
 * collides with a hold that arrives at the same moment instead of missing it.
 */
@Component
class GroundStore {

    static final String COLLECTION = "grounds";
    private static final String HOLDS = "holds";
    /** How often it was written: what was read is what is written to. */
    private static final String WRITES = "writes";

    private final MongoTemplate mongo;

    GroundStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Writes them, within the caller's transaction and as the first that it does. */
    void write(Collection<String> grounds) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        grounds.stream()
                .distinct()
                .sorted()
                .forEach(ground -> writes.add(new UpdateOneModel<>(
                        eq("_id", ground), Updates.inc(WRITES, 1L), new UpdateOptions().upsert(true))));
        try {
            mongo.execute(
                    COLLECTION, collection -> collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
        } catch (DuplicateKeyException e) {
            throw new OptimisticLockingFailureException("a ground was written for the first time by two", e);
        }
    }

    /** What is known of holds against these; of most there is nothing. */
    Map<String, List<KnownHold>> holds(Collection<String> grounds) {
        Map<String, List<KnownHold>> found = new HashMap<>();
        mongo.execute(COLLECTION, collection -> {
            collection.find(these(grounds)).forEach(ground -> found.put(ground.getString("_id"), holds(ground)));
            return null;
        });
        return found;
    }

    static Bson these(Collection<String> grounds) {
        return in("_id", grounds);
    }

    /** Keeps what was said of a hold, unless something newer is known. */
    void learn(String ground, KnownHold said) {
        while (!learned(ground, said)) {
            // what it is learned after is read anew
        }
    }

    private boolean learned(String ground, KnownHold said) {
        try {
            return Boolean.TRUE.equals(mongo.execute(COLLECTION, collection -> learned(collection, ground, said)));
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    /** False: somebody else wrote it at the same moment. */
    private static boolean learned(MongoCollection<Document> collection, String ground, KnownHold said) {
        Document found = collection.find(eq("_id", ground)).first();
        List<KnownHold> known = found == null ? List.of() : holds(found);
        KnownHold before = known.stream()
                .filter(hold -> hold.owner().equals(said.owner()))
                .findFirst()
                .orElse(null);
        if (before != null && before.seq() >= said.seq()) {
            return true;
        }
        List<Document> now = new ArrayList<>();
        known.stream().filter(hold -> !hold.equals(before)).forEach(hold -> now.add(document(hold)));
        now.add(document(said.after(before)));
        var update = Updates.combine(Updates.set(HOLDS, now), Updates.inc(WRITES, 1L));
        Bson asItWas = found == null ? exists(WRITES, false) : eq(WRITES, found.get(WRITES));
        var result = collection.updateOne(
                and(eq("_id", ground), asItWas), update, new UpdateOptions().upsert(found == null));
        return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
    }

    private static Document document(KnownHold hold) {
        return new Document("owner", hold.owner())
                .append("seq", hold.seq())
                .append("reason", hold.reason())
                .append("subject", hold.subject())
                .append("notice", hold.notice())
                .append("on", hold.on())
                .append(
                        "resumesAfter",
                        hold.resumesAfter().stream()
                                .map(last -> new Document("listing", last.listing()).append("version", last.version()))
                                .toList())
                .append("since", Date.from(hold.since()));
    }

    private static List<KnownHold> holds(Document ground) {
        return ground.getList(HOLDS, Document.class, List.of()).stream()
                .map(GroundStore::hold)
                .toList();
    }

    private static KnownHold hold(Document hold) {
        return new KnownHold(
                hold.getString("owner"),
                hold.get("seq", Number.class).longValue(),
                hold.getString("reason"),
                hold.getString("subject"),
                hold.getString("notice"),
                hold.getBoolean("on"),
                hold.getList("resumesAfter", Document.class).stream()
                        .map(last -> new ListingVersion(
                                last.getString("listing"),
                                last.get("version", Number.class).longValue()))
                        .toList(),
                Objects.requireNonNull(hold.getDate("since")).toInstant());
    }
}
