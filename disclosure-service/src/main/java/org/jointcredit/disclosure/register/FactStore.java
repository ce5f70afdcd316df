package org.jointcredit.disclosure.register;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.platform.mongo.UniqueKeys;
import org.jointcredit.platform.web.PageOf;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The last fact about each thing, under its id and as its contract writes it. What is not newer than what was seen
 * changes nothing, so facts may come in any order, twice, and again. Of what was erased a tombstone stays, without
 * content, that no older fact overwrites (C11).
 */
final class FactStore<T> {
    static final String SEEN = "seen";
    static final String FACT = "fact";
    private static final String ID = "_id";
    private static final String ERASED = "erased";

    private final MongoTemplate mongo;
    private final String collection;
    private final Class<T> type;

    FactStore(MongoTemplate mongo, String collection, Class<T> type) {
        this.mongo = mongo;
        this.collection = collection;
        this.type = type;
    }

    /** What is to be kept under an id, unless something as new is there. */
    sealed interface Arrival {
        String id();

        long version();

        record Told(String id, long version, Object fact) implements Arrival {}

        record Erased(String id, long version, String basis, Instant at) implements Arrival {}
    }

    /** @return the ids of those that are erased, now or before */
    Set<String> put(Collection<? extends Arrival> arrivals) {
        Map<String, Arrival> newest = new LinkedHashMap<>();
        arrivals.forEach(arrival ->
                newest.merge(arrival.id(), arrival, (one, other) -> other.version() > one.version() ? other : one));
        Map<String, Long> seen = new HashMap<>();
        Set<String> erased = new HashSet<>();
        for (Document known : documents().find(in(ID, newest.keySet())).projection(include(SEEN, ERASED))) {
            seen.put(known.getString(ID), known.getLong(SEEN));
            if (known.containsKey(ERASED)) {
                erased.add(known.getString(ID));
            }
        }
        List<ReplaceOneModel<Document>> writes = new ArrayList<>();
        for (Arrival arrival : newest.values()) {
            if (arrival.version() > seen.getOrDefault(arrival.id(), Long.MIN_VALUE)) {
                writes.add(new ReplaceOneModel<>(
                        and(eq(ID, arrival.id()), lt(SEEN, arrival.version())),
                        document(arrival),
                        new ReplaceOptions().upsert(true)));
                if (arrival instanceof Arrival.Erased) {
                    erased.add(arrival.id());
                } else {
                    erased.remove(arrival.id());
                }
            }
        }
        if (!writes.isEmpty()) {
            write(writes);
        }
        return erased;
    }

    /** Who lost a race finds its id taken by something as new, which is as well. */
    private void write(List<ReplaceOneModel<Document>> writes) {
        try {
            documents().bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (!UniqueKeys.onlyTaken(e)) {
                throw e;
            }
        }
    }

    private static Document document(Arrival arrival) {
        Document document = new Document(ID, arrival.id()).append(SEEN, arrival.version());
        return switch (arrival) {
            case Arrival.Told(var _, var _, Object fact) ->
                document.append(FACT, Document.parse(ContractJson.mapper().writeValueAsString(fact)));
            case Arrival.Erased(var _, var _, String basis, Instant at) ->
                document.append(ERASED, new Document("basis", basis).append("at", at.toString()));
        };
    }

    Optional<T> find(String id) {
        return Optional.ofNullable(
                        documents().find(and(eq(ID, id), exists(FACT))).first())
                .map(this::read);
    }

    List<T> findAll(Bson filter) {
        return documents()
                .find(filter)
                .sort(new Document(ID, 1))
                .map(this::read)
                .into(new ArrayList<>());
    }

    boolean holdsAny(Bson filter) {
        return documents().find(filter).projection(include(ID)).first() != null;
    }

    PageOf<T> page(Bson filter, PageRequest asked) {
        return PageOf.find(documents(), filter, include(FACT), asked, this::read);
    }

    /** Of everything that is kept, in the order of the ids. */
    void digest(RegisterDigest digest) {
        documents().find().sort(new Document(ID, 1)).map(Document::toJson).forEach(digest::add);
    }

    private T read(Document document) {
        return ContractJson.mapper()
                .readValue(document.get(FACT, Document.class).toJson(), type);
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(collection);
    }
}
