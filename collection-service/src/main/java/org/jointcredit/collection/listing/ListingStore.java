package org.jointcredit.collection.listing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Dispatch;
import org.jointcredit.platform.eventing.Journal;
import org.jointcredit.platform.eventing.JournalEntry;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.platform.mongo.UniqueKeys;
import org.jointcredit.platform.web.PageOf;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Keeps the listings, each with its journal; what is written is sent by the relay. */
@Component
final class ListingStore {
    static final String COLLECTION = "listings";
    static final String DEPARTMENT = "origin.department";
    static final String NUMBER = "origin.number";
    static final String LIST_TYPE = "origin.listType";
    static final String STATE = "state";
    private static final String PENDING = "pending";
    static final String UNTIL = "terms.until";
    static final String BASED_ON = "terms.basedOn";
    /** Beside the origin's own, as a date, because its text does not sort. */
    static final String CREATED_AT = "createdAt";

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final MongoTemplate mongo;
    private final Journal journal;
    private final Relay relay;

    ListingStore(MongoTemplate mongo, Journal journal, Relay listingRelay) {
        this.mongo = mongo;
        this.journal = journal;
        this.relay = listingRelay;
    }

    /** A listing and what happened to it so far. */
    record Stored(Listing listing, List<JournalEntry> journal) {
        /** Whether this very message has been applied already. */
        boolean cameOf(Cause cause) {
            return cause.causation() != null
                    && journal.stream().anyMatch(entry -> cause.causation().equals(entry.causation()));
        }
    }

    record Key(String department, String number) {}

    record New(Listing listing, Step step, Cause cause) {}

    /**
     * What a list of listings is narrowed to.
     *
     * @param waits only what waits for a second officer: a proposal, or a change
     */
    record Wanted(
            @Nullable String number,
            @Nullable String listType,
            @Nullable ListingState state,
            boolean waits) {

        Bson filter(Scope scope) {
            List<Bson> filters = new ArrayList<>();
            if (scope.department() != null) {
                filters.add(eq(DEPARTMENT, scope.department()));
            }
            if (number != null) {
                filters.add(eq(NUMBER, number));
            }
            if (listType != null) {
                filters.add(eq(LIST_TYPE, listType));
            }
            if (state != null) {
                filters.add(eq(STATE, state.name()));
            }
            if (filters.isEmpty()) { // counting everything without a filter would scan
                filters.add(gte(CREATED_AT, new Date(0)));
            }
            if (waits) {
                filters.add(or(eq(STATE, ListingState.PROPOSED.name()), exists(PENDING)));
            }
            return and(filters);
        }
    }

    @Nullable
    Stored find(String id) {
        return find(id, new Scope(null));
    }

    @Nullable
    Stored find(String id, Scope scope) {
        Bson filter =
                scope.department() == null ? eq("_id", id) : and(eq("_id", id), eq(DEPARTMENT, scope.department()));
        return stored(collection().find(filter).first());
    }

    @Nullable
    Stored find(Key key) {
        return stored(collection().find(byKeys(List.of(key))).first());
    }

    Map<Key, Stored> findAll(Collection<Key> keys) {
        Map<Key, Stored> found = new HashMap<>();
        if (!keys.isEmpty()) {
            collection().find(byKeys(keys)).forEach(document -> {
                Stored stored = Objects.requireNonNull(stored(document));
                Listing.Origin origin = stored.listing().origin();
                found.put(new Key(origin.department(), origin.number()), stored);
            });
        }
        return found;
    }

    static Bson byKeys(Collection<Key> keys) {
        Map<String, List<String>> numbers = keys.stream()
                .collect(Collectors.groupingBy(Key::department, Collectors.mapping(Key::number, Collectors.toList())));
        return or(numbers.entrySet().stream()
                .map(entry -> and(eq(DEPARTMENT, entry.getKey()), in(NUMBER, entry.getValue())))
                .toList());
    }

    PageOf<Listing> page(Wanted wanted, Scope scope, PageRequest asked) {
        return PageOf.find(
                collection(), wanted.filter(scope), Projections.exclude("journal"), asked, ListingStore::listing);
    }

    /** Those that rest on a record. */
    List<Listing> restingOn(String record) {
        return collection()
                .find(restsOn(record))
                .projection(Projections.exclude("journal"))
                .map(ListingStore::listing)
                .into(new ArrayList<>());
    }

    static Bson restsOn(String record) {
        return eq(BASED_ON, record);
    }

    /** Some listings in force whose last day is over. */
    List<String> pastTerm(LocalDate today, int most) {
        return collection()
                .find(pastTerm(today))
                .projection(Projections.include("_id"))
                .limit(most)
                .map(found -> found.getString("_id"))
                .into(new ArrayList<>());
    }

    static Bson pastTerm(LocalDate today) {
        return and(eq(STATE, ListingState.PUBLISHED.name()), lt(UNTIL, today.toString()));
    }

    /**
     * Writes and sends new listings.
     *
     * @return ids of those written; the number of the others has been taken meanwhile
     */
    Set<String> insert(List<New> listings) {
        List<Document> documents = new ArrayList<>();
        List<Dispatch> dispatches = new ArrayList<>();
        for (New opened : listings) {
            Listing listing = opened.listing();
            Document document = new Document("_id", listing.id())
                    .append(CREATED_AT, Date.from(listing.origin().createdAt()));
            document.putAll(fields(listing));
            dispatches.add(journal.open(document, journal.number(0, opened.cause(), List.of(opened.step()))));
            documents.add(document);
        }
        Set<Integer> taken = UniqueKeys.insert(collection(), documents);
        List<Dispatch> written = new ArrayList<>();
        Set<String> inserted = new HashSet<>();
        for (int i = 0; i < listings.size(); i++) {
            if (!taken.contains(i)) {
                written.add(dispatches.get(i));
                inserted.add(listings.get(i).listing().id());
            }
        }
        relay.send(written);
        return inserted;
    }

    /** Whether it was written; false: somebody else was faster, read it again. */
    boolean update(Listing before, Listing now, Step step, Cause cause) {
        Map<String, Object> was = fields(before);
        Map<String, Object> is = fields(now);
        List<Bson> changes = new ArrayList<>();
        is.forEach((name, value) -> {
            if (!value.equals(was.get(name))) {
                changes.add(Updates.set(name, value));
            }
        });
        was.keySet().stream().filter(name -> !is.containsKey(name)).forEach(name -> changes.add(Updates.unset(name)));
        changes.add(journal.append(journal.number(before.version(), cause, List.of(step))));
        boolean written = collection()
                        .updateOne(
                                and(eq("_id", before.id()), eq(Journal.SEQ, before.version())),
                                Updates.combine(changes))
                        .getMatchedCount()
                == 1;
        if (written) {
            relay.wake();
        }
        return written;
    }

    private static Map<String, Object> fields(Listing listing) {
        Map<String, Object> fields = ContractJson.mapper().convertValue(listing, FIELDS);
        fields.remove("id");
        fields.remove("version");
        return fields;
    }

    private static @Nullable Stored stored(@Nullable Document document) {
        return document == null ? null : new Stored(listing(document), Journal.of(document));
    }

    private static Listing listing(Document document) {
        Map<String, Object> fields = new HashMap<>();
        for (String name : List.of(
                "origin", STATE, "terms", "publishedAt", "pending", "ended", "repaired", "remarks", "lastCommand")) {
            if (document.containsKey(name)) {
                fields.put(name, document.get(name));
            }
        }
        fields.put("id", document.getString("_id"));
        fields.put("version", document.get(Journal.SEQ, Number.class).longValue());
        return ContractJson.mapper().convertValue(fields, Listing.class);
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
