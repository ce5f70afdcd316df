package org.jointcredit.platform.eventing;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Aggregates of which an event was put aside: what comes after it is put aside too, until it is replayed. */
final class Parked {

    private static final String COLLECTION = "parked";

    private final MongoTemplate mongo;
    private final Clock clock;

    Parked(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    Set<String> among(String consumption, Collection<String> aggregates) {
        var found = new HashSet<String>();
        if (!aggregates.isEmpty()) {
            var ids = aggregates.stream()
                    .map(aggregate -> id(consumption, aggregate))
                    .toList();
            mongo.getCollection(COLLECTION)
                    .find(Filters.in("_id", ids))
                    .forEach(parked -> found.add(parked.getString("aggregate")));
        }
        return found;
    }

    void park(String consumption, String aggregate) {
        mongo.getCollection(COLLECTION)
                .replaceOne(
                        Filters.eq("_id", id(consumption, aggregate)),
                        new Document("aggregate", aggregate).append("since", Date.from(clock.instant())),
                        new ReplaceOptions().upsert(true));
    }

    void release(String consumption, String aggregate) {
        mongo.getCollection(COLLECTION).deleteOne(Filters.eq("_id", id(consumption, aggregate)));
    }

    private static String id(String consumption, String aggregate) {
        return consumption + '/' + aggregate;
    }
}
