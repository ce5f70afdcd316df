package org.jointcredit.objection.objection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.ObjectionState;
import org.jointcredit.platform.eventing.Journal;
import org.jointcredit.platform.eventing.JournalEntry;
import org.jointcredit.platform.eventing.JournalledDocuments;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.web.PageOf;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Keeps objections, each with its journal; what is written is sent by the relay. */
@Component
final class ObjectionStore {
    static final String COLLECTION = "objections";
    static final String SUBJECT = "subject";
    static final String DEPARTMENT = "department";
    static final String RECEIVED_AT = "receivedAt";
    static final String DUE_ON = "dueOn";
    static final String AGAINST = "against";
    static final String STATE = "state";
    static final String OUTCOME = "outcome";
    static final String OPEN = "open";
    static final String SLOT = "slot";
    static final String NEXT_ALERT = "nextAlert";
    static final String SHA256 = "sha256";
    static final String AGAINST_ID = "against.id";
    static final String CALENDAR = "due.calendar";
    static final String HOLDING = "hanging.holding";
    static final String RESUMES_AFTER = "hanging.resumesAfter.listing";

    private final MongoTemplate mongo;
    private final ObjectionDocuments documents;
    private final JournalledDocuments<Objection> cases;

    ObjectionStore(MongoTemplate mongo, ObjectionDocuments documents, Journal journal, Relay objectionRelay) {
        this.mongo = mongo;
        this.documents = documents;
        this.cases = new JournalledDocuments<>(
                collection(),
                journal,
                objectionRelay,
                documents::state,
                documents::objection,
                List.of(SLOT, NEXT_ALERT));
    }

    /** An objection with everything that happened to it. */
    record Told(Objection objection, List<JournalEntry> journal) {}

    /** @return false if there is one with this id, or an open one of the same subject against the same */
    boolean insert(ObjectionChange received) {
        return cases.insert(received.after().id(), received);
    }

    /** @see JournalledDocuments#change */
    Objection change(String id, Function<Objection, Optional<ObjectionChange>> change) {
        return cases.change(id, change);
    }

    Optional<Told> find(String id, Scope scope) {
        return Optional.ofNullable(
                        collection().find(and(eq("_id", id), scope.filter())).first())
                .map(found -> new Told(documents.objection(found), Journal.of(found)));
    }

    PageOf<Objection> page(Bson criteria, Scope scope, PageRequest asked) {
        return PageOf.find(
                collection(),
                and(scope.filter(), criteria),
                Projections.exclude("journal"),
                asked,
                documents::objection);
    }

    boolean isOpen(String subject, Against against) {
        return collection().find(slot(subject, against)).first() != null;
    }

    static Bson slot(String subject, Against against) {
        return eq(SLOT, ObjectionDocuments.slot(subject, against));
    }

    /** Hashes of all evidence of this subject's decided objections against the same; empty: none was decided. */
    Optional<Set<String>> judgedEvidence(String subject, Against against) {
        List<Objection> judged = new ArrayList<>();
        collection()
                .find(judged(subject, against))
                .projection(Projections.exclude("journal"))
                .map(documents::objection)
                .into(judged);
        return judged.isEmpty()
                ? Optional.empty()
                : Optional.of(judged.stream()
                        .flatMap(objection -> objection.evidence().stream())
                        .map(Piece::sha256)
                        .collect(Collectors.toSet()));
    }

    static Bson judged(String subject, Against against) {
        return and(
                eq(AGAINST_ID, against.id()),
                eq("against.kind", against.kind().name()),
                eq(SUBJECT, subject),
                eq(STATE, ObjectionState.DECIDED.name()));
    }

    /** Ids of the decided ones that wait for the owners of these records to act, each with its record. */
    Map<String, String> waitingForRecords(Collection<String> records) {
        Map<String, String> waiting = new HashMap<>();
        collection()
                .find(waitsForRecords(records))
                .projection(Projections.include(AGAINST_ID))
                .forEach(found ->
                        waiting.put(found.getString("_id"), found.getEmbedded(List.of(AGAINST, "id"), String.class)));
        return waiting;
    }

    List<String> waitingForListing(String listing) {
        return ids(waitsForListing(listing), Integer.MAX_VALUE);
    }

    List<String> toAlert(LocalDate today, int most) {
        return ids(alertsBy(today), most);
    }

    List<String> countedWith(List<String> calendars, int most) {
        return ids(openBy(calendars), most);
    }

    static Bson waitsForRecords(Collection<String> records) {
        return and(in(AGAINST_ID, records), eq(STATE, ObjectionState.DECIDED.name()), eq(HOLDING, true));
    }

    static Bson waitsForListing(String listing) {
        return and(eq(RESUMES_AFTER, listing), eq(HOLDING, true));
    }

    static Bson alertsBy(LocalDate today) {
        return lte(NEXT_ALERT, today.toString());
    }

    static Bson openBy(List<String> calendars) {
        return and(eq(OPEN, true), in(CALENDAR, calendars));
    }

    private List<String> ids(Bson which, int most) {
        List<String> ids = new ArrayList<>();
        collection()
                .find(which)
                .projection(Projections.include("_id"))
                .limit(most)
                .forEach(found -> ids.add(found.getString("_id")));
        return ids;
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
