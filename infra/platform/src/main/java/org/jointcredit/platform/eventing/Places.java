package org.jointcredit.platform.eventing;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * How far each partition was applied, kept beside what was made of it. So a database that was restored from a copy has
 * the place of its copy with it, and everything since is applied again, erasures too (X3); the broker's own offsets are
 * for those who look at its lag.
 */
final class Places {

    static final String COLLECTION = "places";
    private static final String NEXT = "next";
    private static final String TOPIC = "topic";

    private final MongoTemplate mongo;

    Places(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * @param next offset to be applied next
     * @param topic id of the topic in which it counts: one that was removed and made again has another; null: somebody
     *     answers for it
     */
    record Place(long next, @Nullable String topic) {}

    /** Of those partitions of which something was applied. */
    Map<TopicPartition, Place> of(String consumption, Set<TopicPartition> partitions) {
        Map<String, TopicPartition> byId =
                partitions.stream().collect(Collectors.toMap(partition -> id(consumption, partition), p -> p));
        Map<TopicPartition, Place> places = new HashMap<>();
        documents()
                .find(in("_id", byId.keySet()))
                .forEach(found -> places.put(
                        byId.get(found.getString("_id")),
                        new Place(found.get(NEXT, Number.class).longValue(), found.getString(TOPIC))));
        return places;
    }

    /**
     * Who applied an older batch late, after another instance had taken over, moves nothing back. A place that is lost only
     * means that something is applied again, so w:1 is enough.
     */
    void reached(String consumption, Map<TopicPartition, Place> next) {
        write(
                documents().withWriteConcern(WriteConcern.W1),
                consumption,
                next,
                place -> Updates.combine(Updates.max(NEXT, place.next()), Updates.set(TOPIC, place.topic())));
    }

    /** Wherever it was before. */
    void set(String consumption, Map<TopicPartition, Long> next) {
        write(
                documents(),
                consumption,
                next,
                offset -> Updates.combine(Updates.set(NEXT, offset), Updates.unset(TOPIC)));
    }

    private static <P> void write(
            MongoCollection<Document> places,
            String consumption,
            Map<TopicPartition, P> next,
            Function<P, Bson> change) {
        if (!next.isEmpty()) {
            places.bulkWrite(next.entrySet().stream()
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
