package org.jointcredit.collection.record;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.contract.event.EventHeaders;
import org.jointcredit.contract.event.RecordErased;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Destination;
import org.jointcredit.platform.eventing.Dispatch;
import org.jointcredit.platform.eventing.InboundEvent;
import org.jointcredit.platform.eventing.Journal;
import org.jointcredit.platform.eventing.JournalEntry;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Step;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is left of an erased record: that it was there, when and by which article it went, and a keyed hash by which it
 * is known again when somebody sends it once more (X3, C2). Nothing of what it said.
 */
@Component
class ErasedStore {
    static final String COLLECTION = "erased_records";
    static final String PRINTS = "prints";
    private static final String PROVIDER = "provider";

    private final MongoTemplate mongo;
    private final TransactionTemplate transactions;
    private final Journal journal;
    private final Relay relay;
    private final RecordFacts facts;
    private final Prints prints;
    private final ApplicationEventPublisher traces;

    ErasedStore(
            MongoTemplate mongo,
            TransactionTemplate transactions,
            Journal journal,
            Relay erasedRelay,
            RecordFacts facts,
            Prints prints,
            ApplicationEventPublisher traces) {
        this.mongo = mongo;
        this.transactions = transactions;
        this.journal = journal;
        this.relay = erasedRelay;
        this.facts = facts;
        this.prints = prints;
        this.traces = traces;
    }

    /**
     * The tombstone comes and the record with its whole journal goes, in one transaction.
     *
     * @return false: it has changed meanwhile, or something said of it is not sent yet
     */
    boolean erase(CreditRecord record, String basis, Cause cause) {
        CreditRecord.Origin origin = record.origin();
        String subject = record.subject().id();
        List<String> itsPrints = prints.of(new RecordStore.Key(origin.key(), subject));
        Document tombstone =
                tombstone(record.id(), itsPrints, origin.provider(), origin.item(), subject, basis, cause.at());
        Step step = facts.erased(record, itsPrints, basis, cause.at());
        Dispatch dispatch = journal.open(tombstone, journal.number(record.version(), cause, List.of(step)));
        var asSeen = and(eq("_id", record.id()), RecordStore.asSeenAndSent(record));
        boolean done = Boolean.TRUE.equals(transactions.execute(_ -> {
            var deleted = mongo.execute(RecordStore.COLLECTION, records -> records.deleteOne(asSeen));
            if (deleted == null || deleted.getDeletedCount() == 0) {
                return false;
            }
            mongo.execute(COLLECTION, tombstones -> tombstones.insertOne(tombstone));
            return true;
        }));
        if (done) {
            relay.send(List.of(dispatch));
        }
        return done;
    }

    /** Whether a record that somebody might know of was erased. */
    boolean holds(String id, Scope scope) {
        Bson filter = scope.department() == null ? eq("_id", id) : and(eq("_id", id), eq(PROVIDER, scope.department()));
        return tombstones().find(filter).projection(Projections.include("_id")).first() != null;
    }

    /** Which of these are an erased record's. To be asked after the records: what goes meanwhile is found in one place. */
    Set<String> among(Collection<String> asked) {
        Set<String> known = new HashSet<>();
        if (!asked.isEmpty()) {
            tombstones()
                    .find(in(PRINTS, asked))
                    .projection(Projections.include(PRINTS))
                    .forEach(found -> known.addAll(found.getList(PRINTS, String.class)));
        }
        return known;
    }

    /**
     * What was erased is erased in this database too, which may have been restored from a copy of before (X3), and so is
     * what was refused of it. Nothing is sent: it was told already.
     */
    void eraseAgain(List<InboundEvent> told) {
        Map<String, InboundEvent> missing = new LinkedHashMap<>();
        told.forEach(event -> missing.put(event.as(RecordErased.class).record(), event));
        tombstones()
                .find(in("_id", missing.keySet()))
                .projection(Projections.include("_id"))
                .forEach(found -> missing.remove(found.getString("_id")));
        missing.values().forEach(this::eraseAgain);
        traces.publishEvent(new RecordsErased(told.stream()
                .flatMap(event -> event.as(RecordErased.class).prints().stream())
                .toList()));
    }

    private void eraseAgain(InboundEvent event) {
        RecordErased erased = event.as(RecordErased.class);
        transactions.executeWithoutResult(_ -> {
            mongo.execute(RecordStore.COLLECTION, records -> records.deleteOne(eq("_id", erased.record())));
            Document tombstone = tombstone(
                    erased.record(),
                    erased.prints(),
                    erased.provider(),
                    erased.item(),
                    erased.subject(),
                    erased.basis(),
                    erased.at());
            Journal.sent(tombstone, entry(event, erased));
            mongo.execute(COLLECTION, tombstones -> tombstones.insertOne(tombstone));
        });
    }

    private static JournalEntry entry(InboundEvent event, RecordErased erased) {
        EventHeaders headers = event.headers();
        return new JournalEntry(
                erased.version(),
                headers.id(),
                headers.type(),
                erased.at(),
                headers.source(),
                event.data().toString(),
                new Destination(event.topic(), erased.subject()),
                String.valueOf(headers.correlationId()),
                headers.causationId(),
                event.topic());
    }

    private static Document tombstone(
            String id, List<String> prints, String provider, String item, String subject, String basis, Instant at) {
        return new Document("_id", id)
                .append(PRINTS, prints)
                .append(PROVIDER, provider)
                .append("item", item)
                .append("subject", subject)
                .append("basis", basis)
                .append("at", Date.from(at));
    }

    private MongoCollection<Document> tombstones() {
        return mongo.getCollection(COLLECTION);
    }
}
