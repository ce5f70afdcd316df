package org.jointcredit.disclosure.register;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
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
import java.util.function.Consumer;
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
 * content, that no fact overwrites (C11, X3).
 */
final class FactStore<T> {
    static final String SEEN = "seen";
    static final String FACT = "fact";
    private static final String RUN = "run";
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

    /**
     * @param erased ids of those that are erased, now or before
     * @param ahead something here was newer than its owner's snapshot: a fact that came meanwhile may have been taken for
     *     an old one
     */
    record Outcome(Set<String> erased, boolean ahead) {}

    /** @param seen the version of what stands there, written in which rebuild, and whether it is a tombstone */
    private record Known(long seen, long run, boolean erased) {
        static final Known NOTHING = new Known(Long.MIN_VALUE, Long.MIN_VALUE, false);

        static Known of(Document document) {
            Long run = document.getLong(RUN);
            return new Known(document.getLong(SEEN), run == null ? 0 : run, document.containsKey(ERASED));
        }

        boolean givesWayTo(Arrival arrival, Run run) {
            return arrival instanceof Arrival.Erased
                    ? !erased || arrival.version() > seen || isFromBefore(run)
                    : !erased && (arrival.version() > seen || isFromBefore(run));
        }

        boolean isFromBefore(Run of) {
            return of.anew() && run < of.number();
        }
    }

    Outcome put(Collection<? extends Arrival> arrivals, Run run) {
        Map<String, Arrival> told = new LinkedHashMap<>();
        arrivals.forEach(arrival -> told.merge(arrival.id(), arrival, FactStore::newer));
        Set<String> erased = new HashSet<>();
        boolean ahead = false;
        boolean done = false;
        while (!done) {
            Map<String, Known> known = known(told.keySet());
            List<ReplaceOneModel<Document>> writes = new ArrayList<>();
            for (Arrival arrival : told.values()) {
                Known there = known.getOrDefault(arrival.id(), Known.NOTHING);
                if (there.erased() || arrival instanceof Arrival.Erased) {
                    erased.add(arrival.id());
                }
                ahead |= !there.erased() && there.isFromBefore(run) && there.seen() > arrival.version();
                if (there.givesWayTo(arrival, run)) {
                    writes.add(new ReplaceOneModel<>(
                            and(eq(ID, arrival.id()), givingWayTo(arrival, run)),
                            document(arrival, run),
                            new ReplaceOptions().upsert(true)));
                }
            }
            // where somebody else wrote one of them first, what is there now decides
            done = writes.isEmpty() || UniqueKeys.write(documents(), writes);
        }
        return new Outcome(erased, ahead);
    }

    private static Arrival newer(Arrival one, Arrival other) {
        boolean gone = one instanceof Arrival.Erased;
        return gone == other instanceof Arrival.Erased
                ? other.version() > one.version() ? other : one
                : gone ? one : other;
    }

    private Map<String, Known> known(Collection<String> ids) {
        Map<String, Known> known = new HashMap<>();
        documents()
                .find(in(ID, ids))
                .projection(include(SEEN, RUN, ERASED))
                .forEach(document -> known.put(document.getString(ID), Known.of(document)));
        return known;
    }

    private static Bson givingWayTo(Arrival arrival, Run run) {
        Bson older = lt(SEEN, arrival.version());
        Bson old = run.anew() ? or(older, before(run.number())) : older;
        Bson fact = exists(ERASED, false);
        return arrival instanceof Arrival.Erased ? or(fact, old) : and(fact, old);
    }

    private static Bson before(long run) {
        return not(gte(RUN, run));
    }

    /**
     * Removes the facts that no owner knows any more: those that a whole rebuild neither read nor was told. Tombstones
     * stay.
     *
     * @param removed is told of each
     */
    void removeFromBefore(long run, Consumer<T> removed) {
        Bson unknown = and(exists(FACT), before(run));
        documents().find(unknown).sort(new Document(ID, 1)).forEach(document -> {
            if (documents()
                            .deleteOne(and(eq(ID, document.getString(ID)), unknown))
                            .getDeletedCount()
                    == 1) {
                removed.accept(read(document));
            }
        });
    }

    private static Document document(Arrival arrival, Run run) {
        Document document = new Document(ID, arrival.id()).append(SEEN, arrival.version());
        if (run.number() > 0) {
            document.append(RUN, run.number());
        }
        return switch (arrival) {
            case Arrival.Told(var _, var _, Object fact) ->
                document.append(FACT, Document.parse(ContractJson.mapper().writeValueAsString(fact)));
            case Arrival.Erased(var _, var _, String basis, Instant at) ->
                document.append(ERASED, new Document("basis", basis).append("at", at.toString()));
        };
    }

    /** Which of these are tombstones. */
    Set<String> erasedAmong(Collection<String> ids) {
        return documents()
                .find(and(in(ID, ids), exists(ERASED)))
                .projection(include(ID))
                .map(document -> document.getString(ID))
                .into(new HashSet<>());
    }

    void remove(Bson filter) {
        documents().deleteMany(filter);
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

    /** Of everything that is kept, in the order of the ids; not of which rebuild wrote it. */
    void digest(RegisterDigest digest) {
        documents()
                .find()
                .projection(exclude(RUN))
                .sort(new Document(ID, 1))
                .map(Document::toJson)
                .forEach(digest::add);
    }

    private T read(Document document) {
        return ContractJson.mapper()
                .readValue(document.get(FACT, Document.class).toJson(), type);
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(collection);
    }
}
