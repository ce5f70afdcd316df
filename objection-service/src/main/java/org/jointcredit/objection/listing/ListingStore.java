package org.jointcredit.objection.listing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.platform.mongo.UniqueKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Keeps what is known of listings. What is not newer changes nothing, so facts may come in any order and twice. */
@Component
public final class ListingStore {
    static final String COLLECTION = "listings";
    static final String SUBJECT = "subject";
    static final String PERSONS = "persons";
    static final String BASED_ON = "basedOn";
    private static final String VERSION = "version";
    private static final String LIST_CLASS = "listClass";
    private static final String UNTIL = "until";
    private static final String ENDED = "ended";

    private final MongoTemplate mongo;

    ListingStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void put(Collection<KnownListing> told) {
        var writes = told.stream()
                .map(listing -> new ReplaceOneModel<>(
                        and(eq("_id", listing.id()), lt(VERSION, listing.version())),
                        document(listing),
                        new ReplaceOptions().upsert(true)))
                .toList();
        UniqueKeys.write(collection(), writes); // where a key is taken, something newer is there
    }

    public Optional<KnownListing> find(String id) {
        return Optional.ofNullable(collection().find(eq("_id", id)).first()).map(ListingStore::listing);
    }

    /** Those that rest on a record, ended ones too. */
    public List<KnownListing> restingOn(String record) {
        return all(restOn(record));
    }

    /** Those on which a subject is listed or stands behind the listed one, ended ones too. */
    public List<KnownListing> concerning(String subject) {
        return all(concern(subject));
    }

    /** Whether a subject itself is on a severe list that day (A29). */
    public boolean isSevere(String subject, LocalDate day) {
        return all(severe(subject)).stream().anyMatch(listing -> listing.isInForce(day));
    }

    static Bson restOn(String record) {
        return eq(BASED_ON, record);
    }

    static Bson concern(String subject) {
        return or(eq(SUBJECT, subject), eq(PERSONS, subject));
    }

    static Bson severe(String subject) {
        return and(eq(SUBJECT, subject), eq(LIST_CLASS, ListClass.SEVERE.name()), exists(ENDED, false));
    }

    private List<KnownListing> all(Bson which) {
        List<KnownListing> found = new ArrayList<>();
        collection().find(which).map(ListingStore::listing).into(found);
        return found;
    }

    private static Document document(KnownListing listing) {
        Document document = new Document("_id", listing.id())
                .append("department", listing.department())
                .append("listType", listing.listType())
                .append(LIST_CLASS, listing.listClass().name())
                .append(SUBJECT, listing.subject())
                .append(PERSONS, listing.persons())
                .append(BASED_ON, listing.basedOn())
                .append("effectiveFrom", listing.effectiveFrom().toString())
                .append(VERSION, listing.version());
        if (listing.until() != null) {
            document.append(UNTIL, listing.until().toString());
        }
        KnownEnd end = listing.ended();
        if (end != null) {
            document.append(
                    ENDED,
                    new Document("reason", end.reason().name())
                            .append("document", end.document())
                            .append("at", Date.from(end.at())));
        }
        return document;
    }

    private static KnownListing listing(Document document) {
        String until = document.getString(UNTIL);
        return new KnownListing(
                document.getString("_id"),
                document.getString("department"),
                document.getString("listType"),
                ListClass.valueOf(document.getString(LIST_CLASS)),
                document.getString(SUBJECT),
                document.getList(PERSONS, String.class),
                document.getList(BASED_ON, String.class),
                LocalDate.parse(document.getString("effectiveFrom")),
                until == null ? null : LocalDate.parse(until),
                document.get(VERSION, Number.class).longValue(),
                end(document.get(ENDED, Document.class)));
    }

    private static @Nullable KnownEnd end(@Nullable Document ended) {
        return ended == null
                ? null
                : new KnownEnd(
                        EndingReason.valueOf(ended.getString("reason")),
                        ended.getString("document"),
                        Objects.requireNonNull(ended.getDate("at")).toInstant());
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
