package org.jointcredit.platform.eventing;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * How far each partition was applied, kept beside what was made of it. So a database that was restored from a copy has
 * the place of its copy with it, and everything since is applied again, erasures too (X3); the broker's own offsets are
 * for those who look at its lag.
 */
final class Places {

    static final String COLLECTION = "places";
    private static final String NEXT = "next";

    private final MongoTemplate mongo;

    Places(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** The offset to be applied next, of those partitions of which something was applied. */
    Map<TopicPartition, Long> of(String consumption, Set<TopicPartition> partitions) {
        Map<String, TopicPartition> byId =
                partitions.stream().collect(Collectors.toMap(partition -> id(consumption, partition), p -> p));
        Map<TopicPartition, Long> places = new HashMap<>();
        documents()
                .find(in("_id", byId.keySet()))
                .forEach(found -> places.put(
                        byId.get(found.getString("_id")),
                        found.get(NEXT, Number.class).longValue()));
        return places;
    }

    /**
     * Who applied an older batch late, after another instance had taken over, moves nothing back. A place that is lost only
     * means that something is applied again, so w:1 is enough.
     */
    void reached(String consumption, Map<TopicPartition, Long> next) {
        write(
                documents().withWriteConcern(WriteConcern.W1),
                consumption,
                next.entrySet(),
                offset -> Updates.max(NEXT, offset));
    }

    /** Wherever it was before. */
    void set(String consumption, Map<TopicPartition, Long> next) {
        write(documents(), consumption, next.entrySet(), offset -> Updates.set(NEXT, offset));
    }

    private static void write(
            MongoCollection<Document> places,
            String consumption,
            Collection<Map.Entry<TopicPartition, Long>> next,
            LongFunction<Bson> change) {
        if (!next.isEmpty()) {
            places.bulkWrite(next.stream()
                    .map(place -> new UpdateOneModel<Document>(
                            eq("_id", id(consumption, place.getKey())),
                            change.apply(place.getValue()),
                            new UpdateOptions().upsert(true)))
                    .toList());
        }
    }

    private static String id(String consumption, TopicPartition partition) {
        return consumption + '/' + partition;
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
