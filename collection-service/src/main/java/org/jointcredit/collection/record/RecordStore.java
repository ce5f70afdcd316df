package org.jointcredit.collection.record;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.problem.FieldWarning;
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
import tools.jackson.databind.node.ObjectNode;

/** Keeps the records, each with its journal; what is written is sent by the relay. */
@Component
final class RecordStore {
    static final String COLLECTION = "records";
    static final String PROVIDER = "origin.provider";
    static final String ITEM = "origin.item";
    /** The number as it is compared: one document is found by every spelling of its brackets. */
    static final String NUMBER = "origin.folded";

    static final String KEY = "origin.key";
    static final String MONTH = "origin.month";
    static final String LATE = "origin.lateness.late";
    static final String SUBJECT = "subject.id";
    static final String STATE = "state";
    static final String KIND = "subject.kind";
    static final String CATEGORY = "terms.category";
    static final String ADVERSE_UNTIL = "terms.adverseUntil";
    static final String TO_SETTLE = "terms.toSettle";
    /** Beside the record's own parts: that its subject asked for its erasure, until it is gone. */
    static final String REQUEST = "erasure";
    /** Beside the origin's own, as a date, because its text does not sort. */
    static final String CREATED_AT = "createdAt";

    private static final List<String> PARTS = List.of(
            "origin",
            STATE,
            "subject",
            "behind",
            "terms",
            "sealed",
            "remarks",
            "past",
            "repaired",
            "fingerprint",
            "at");
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final MongoTemplate mongo;
    private final Journal journal;
    private final Relay relay;

    RecordStore(MongoTemplate mongo, Journal journal, Relay recordRelay) {
        this.mongo = mongo;
        this.journal = journal;
        this.relay = recordRelay;
    }

    /** A record and what happened to it so far. */
    record Stored(CreditRecord record, List<JournalEntry> journal) {
        boolean cameOf(Cause cause) {
            return cause.causation() != null
                    && journal.stream().anyMatch(entry -> cause.causation().equals(entry.causation()));
        }
    }

    /** @param key item, provider, document and deciding body */
    record Key(String key, String subject) {}

    /**
     * What is known of a key, as much as a new submission is judged by.
     *
     * @param fingerprints of what was sent first, and of what is said now
     * @param causes messages it came of
     */
    record Known(String id, List<String> fingerprints, List<FieldWarning> warnings, Set<String> causes) {}

    record New(CreditRecord record, Step step, Cause cause) {}

    /** What a list of records is narrowed to. */
    record Wanted(
            @Nullable String item,
            @Nullable String provider,
            @Nullable String number,
            @Nullable RecordState state,
            boolean toSettle) {

        Bson filter(Scope scope) {
            List<Bson> filters = new ArrayList<>();
            if (scope.department() != null) {
                filters.add(eq(PROVIDER, scope.department()));
            }
            if (provider != null && !provider.equals(scope.department())) {
                filters.add(eq(PROVIDER, provider));
            }
            if (number != null) {
                filters.add(in(NUMBER, List.of(number, DocumentNumbers.fold(number))));
            }
            if (toSettle) {
                filters.add(eq(TO_SETTLE, true));
            }
            if (filters.isEmpty()) { // counting everything without a filter would scan
                filters.add(gte(CREATED_AT, new Date(0)));
            }
            if (item != null) {
                filters.add(eq(ITEM, item));
            }
            if (state != null) {
                filters.add(eq(STATE, state.name()));
            }
            return and(filters);
        }
    }

    @Nullable
    Stored find(String id, Scope scope) {
        Bson filter = scope.department() == null ? eq("_id", id) : and(eq("_id", id), eq(PROVIDER, scope.department()));
        return stored(collection().find(filter).first());
    }

    /** A provider's records of one document. */
    List<CreditRecord> ofNumber(String provider, String number) {
        return collection()
                .find(byNumber(provider, number))
                .projection(Projections.exclude("journal"))
                .map(RecordStore::record)
                .into(new ArrayList<>());
    }

    static Bson byNumber(String provider, String number) {
        return and(in(NUMBER, List.of(number, DocumentNumbers.fold(number))), eq(PROVIDER, provider));
    }

    Map<Key, Known> known(Collection<Key> keys) {
        Map<Key, Known> known = new HashMap<>();
        if (!keys.isEmpty()) {
            collection()
                    .find(byKeys(keys))
                    .projection(Projections.include(
                            KEY, SUBJECT, "fingerprint", "origin.fingerprint", "origin.warnings", "journal.causation"))
                    .forEach(found -> known.put(key(found), known(found)));
        }
        return known;
    }

    /** Some more may be found than were asked for: those of another subject under the same document. */
    static Bson byKeys(Collection<Key> keys) {
        return and(
                in(KEY, keys.stream().map(Key::key).collect(Collectors.toSet())),
                in(SUBJECT, keys.stream().map(Key::subject).collect(Collectors.toSet())));
    }

    static Key key(Document found) {
        return new Key(
                found.get("origin", Document.class).getString("key"),
                found.get("subject", Document.class).getString("id"));
    }

    private static Known known(Document found) {
        Document origin = found.get("origin", Document.class);
        List<FieldWarning> warnings = origin.getList("warnings", Document.class, List.of()).stream()
                .map(warning -> ContractJson.mapper().convertValue(warning, FieldWarning.class))
                .toList();
        Set<String> causes = found.getList("journal", Document.class, List.of()).stream()
                .map(entry -> entry.getString("causation"))
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        return new Known(
                found.getString("_id"),
                List.of(origin.getString("fingerprint"), found.getString("fingerprint")),
                warnings,
                causes);
    }

    PageOf<CreditRecord> page(Wanted wanted, Scope scope, PageRequest asked) {
        return PageOf.find(
                collection(), wanted.filter(scope), Projections.exclude("journal"), asked, RecordStore::record);
    }

    /**
     * Writes and sends new records.
     *
     * @return ids of those written; the number of the others has been taken meanwhile
     */
    Set<String> insert(List<New> records) {
        List<Document> documents = new ArrayList<>();
        List<Dispatch> dispatches = new ArrayList<>();
        for (New opened : records) {
            CreditRecord record = opened.record();
            Document document = new Document("_id", record.id())
                    .append(CREATED_AT, Date.from(record.origin().createdAt()));
            document.putAll(fields(record));
            dispatches.add(journal.open(document, journal.number(0, opened.cause(), List.of(opened.step()))));
            documents.add(document);
        }
        Set<Integer> taken = UniqueKeys.insert(collection(), documents);
        List<Dispatch> written = new ArrayList<>();
        Set<String> inserted = new HashSet<>();
        for (int i = 0; i < records.size(); i++) {
            if (!taken.contains(i)) {
                written.add(dispatches.get(i));
                inserted.add(records.get(i).record().id());
            }
        }
        relay.send(written);
        return inserted;
    }

    /** Whether it was written; false: somebody else was faster, read it again. */
    boolean update(CreditRecord before, CreditRecord now, Step step, Cause cause) {
        Map<String, Object> was = fields(before);
        List<Bson> changes = new ArrayList<>();
        fields(now).forEach((name, value) -> {
            if (!value.equals(was.get(name))) {
                changes.add(Updates.set(name, value));
            }
        });
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

    /** Adverse information of organisations whose period of A28 is over. */
    static Bson organisationsOver(LocalDate today) {
        return over(SubjectKind.ORGANISATION, today, RecordState.PUBLISHED);
    }

    /** Adverse information of natural persons whose period of A28 is over; what was withdrawn too. */
    static Bson personsOver(LocalDate today) {
        return over(SubjectKind.PERSON, today, RecordState.PUBLISHED, RecordState.WITHDRAWN);
    }

    private static Bson over(SubjectKind kind, LocalDate today, RecordState... states) {
        return and(
                eq(CATEGORY, RecordCategory.ADVERSE.name()),
                eq(KIND, kind.name()),
                in(STATE, Arrays.stream(states).map(Enum::name).toList()),
                lt(ADVERSE_UNTIL, today.toString()));
    }

    long count(Bson filter) {
        return collection().countDocuments(filter);
    }

    List<String> some(Bson filter, int most) {
        return collection()
                .find(filter)
                .projection(Projections.include("_id"))
                .limit(most)
                .map(found -> found.getString("_id"))
                .into(new ArrayList<>());
    }

    /**
     * That a record is to go because its subject asked for it.
     *
     * @param deletion id of the request
     * @param correlation and
     * @param causation of its event
     */
    record Request(
            String deletion,
            String basis,
            String correlation,
            @Nullable String causation) {}

    record Requested(CreditRecord record, Request request) {}

    /** The first request counts; the record stays what it is until it goes. */
    void request(String id, String subject, Request request) {
        collection()
                .updateOne(
                        and(eq("_id", id), eq(SUBJECT, subject), exists(REQUEST, false)),
                        Updates.set(REQUEST, ContractJson.mapper().convertValue(request, FIELDS)));
    }

    static Bson requested() {
        return exists(REQUEST);
    }

    List<Requested> requested(int most) {
        return collection()
                .find(requested())
                .projection(Projections.exclude("journal"))
                .limit(most)
                .map(found -> new Requested(
                        record(found), ContractJson.mapper().convertValue(found.get(REQUEST), Request.class)))
                .into(new ArrayList<>());
    }

    /** Which of these are there and were not withdrawn. */
    Set<String> standing(Collection<String> ids) {
        return collection()
                .find(and(in("_id", ids), ne(STATE, RecordState.WITHDRAWN.name())))
                .projection(Projections.include("_id"))
                .map(found -> found.getString("_id"))
                .into(new HashSet<>());
    }

    List<Stored> findAll(Collection<String> ids) {
        return collection()
                .find(in("_id", ids))
                .map(document -> new Stored(record(document), Journal.of(document)))
                .into(new ArrayList<>());
    }

    /** The record as it was read, and all that was said of it sent. */
    static Bson asSeenAndSent(CreditRecord record) {
        return and(eq(Journal.SEQ, record.version()), eq(Journal.SENT, record.version()));
    }

    /**
     * Where what it says has lost a person on its way into the archive, its journal loses that person too.
     *
     * @return false: it has changed meanwhile, or something said of it is not sent yet
     */
    boolean archive(Stored before, CreditRecord archived, Step step, Cause cause) {
        CreditRecord record = before.record();
        boolean bare = !archived.sealed().equals(record.sealed());
        List<JournalEntry> added = journal.number(record.version(), cause, List.of(step));
        List<Bson> changes = new ArrayList<>(List.of(
                Updates.set(STATE, archived.state().name()),
                Updates.set("sealed", archived.sealed()),
                Updates.set("behind", List.of()),
                Updates.set("at", fields(archived).get("at"))));
        changes.add(bare ? journal.rewrite(saying(archived.sealed(), before.journal()), added) : journal.append(added));
        boolean written = collection()
                        .updateOne(and(eq("_id", record.id()), asSeenAndSent(record)), Updates.combine(changes))
                        .getMatchedCount()
                == 1;
        if (written) {
            relay.wake();
        }
        return written;
    }

    private static List<JournalEntry> saying(String sealed, List<JournalEntry> journal) {
        return journal.stream()
                .map(entry -> {
                    var fact = (ObjectNode) ContractJson.mapper().readTree(entry.data());
                    return entry.withData(fact.put("sealed", sealed).toString());
                })
                .toList();
    }

    private static Map<String, Object> fields(CreditRecord record) {
        Map<String, Object> fields = ContractJson.mapper().convertValue(record, FIELDS);
        fields.remove("id");
        fields.remove("version");
        return fields;
    }

    private static @Nullable Stored stored(@Nullable Document document) {
        return document == null ? null : new Stored(record(document), Journal.of(document));
    }

    private static CreditRecord record(Document document) {
        Map<String, Object> fields = new HashMap<>();
        for (String name : PARTS) {
            if (document.containsKey(name)) {
                fields.put(name, document.get(name));
            }
        }
        fields.put("id", document.getString("_id"));
        fields.put("version", document.get(Journal.SEQ, Number.class).longValue());
        return ContractJson.mapper().convertValue(fields, CreditRecord.class);
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
