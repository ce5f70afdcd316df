package org.jointcredit.objection.deletion;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Dispatch;
import org.jointcredit.platform.eventing.Journal;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.platform.time.DueDate;
import org.jointcredit.platform.web.PageOf;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Keeps the requests for deletion, each with its journal; what is written is sent by the relay. */
@Component
final class DeletionStore {
    static final String COLLECTION = "deletions";
    static final String SUBJECT = "subject";
    static final String RECORD = "record";
    static final String RECEIVED_AT = "receivedAt";
    private static final String DONE_AT = "doneAt";

    private final MongoTemplate mongo;
    private final Journal journal;
    private final Relay relay;

    DeletionStore(MongoTemplate mongo, Journal journal, Relay deletionRelay) {
        this.mongo = mongo;
        this.journal = journal;
        this.relay = deletionRelay;
    }

    /** Whose requests somebody may know of: a subject its own. */
    record Scope(String subject) {
        Bson filter() {
            return eq(SUBJECT, subject);
        }
    }

    /** @return false if there is one with this id, or of this record */
    boolean insert(Deletion deletion, Cause cause) {
        Document document = document(deletion);
        Step decided = Step.sent(EventTypes.DELETION_DECIDED, deletion.decided(), Topics.REMEDY, deletion.subject());
        Dispatch dispatch = journal.open(document, journal.number(0, cause, List.of(decided)));
        try {
            collection().insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
        relay.send(List.of(dispatch));
        return true;
    }

    Optional<Deletion> find(String id, Scope scope) {
        return Optional.ofNullable(
                        collection().find(and(eq("_id", id), scope.filter())).first())
                .map(DeletionStore::deletion);
    }

    PageOf<Deletion> page(Scope scope, PageRequest asked) {
        return PageOf.find(
                collection(), scope.filter(), Projections.exclude("journal"), asked, DeletionStore::deletion);
    }

    /** What was asked of this record is done; nothing where nothing was asked, or it is done already. */
    void done(String record, Cause cause) {
        Bson open = waitingFor(record);
        Document found = collection()
                .find(open)
                .projection(Projections.include(Journal.SEQ))
                .first();
        if (found != null) {
            long seq = found.get(Journal.SEQ, Number.class).longValue();
            var entries = journal.number(seq, cause, List.of(Step.kept("done", Map.of())));
            collection()
                    .updateOne(
                            and(open, eq(Journal.SEQ, seq)),
                            Updates.combine(Updates.set(DONE_AT, Date.from(cause.at())), journal.append(entries)));
        }
    }

    static Bson waitingFor(String record) {
        return and(eq(RECORD, record), exists(DONE_AT, false));
    }

    private static Document document(Deletion deletion) {
        return new Document("_id", deletion.id())
                .append(SUBJECT, deletion.subject())
                .append(RECORD, deletion.record())
                .append("provider", deletion.provider())
                .append("item", deletion.item())
                .append(RECEIVED_AT, Date.from(deletion.receivedAt()))
                .append("dueOn", deletion.due().date().toString())
                .append("calendar", deletion.due().calendarVersion())
                .append("provisional", deletion.due().provisional())
                .append("basis", deletion.basis())
                .append("lawVersion", deletion.lawVersion())
                .append("fingerprint", deletion.fingerprint());
    }

    private static Deletion deletion(Document document) {
        Date doneAt = document.getDate(DONE_AT);
        return new Deletion(
                document.getString("_id"),
                document.getString(SUBJECT),
                document.getString(RECORD),
                document.getString("provider"),
                document.getString("item"),
                instant(document, RECEIVED_AT),
                new DueDate(
                        LocalDate.parse(document.getString("dueOn")),
                        document.getString("calendar"),
                        document.getBoolean("provisional", false)),
                document.getString("basis"),
                document.getString("lawVersion"),
                doneAt == null ? null : doneAt.toInstant(),
                document.getString("fingerprint"));
    }

    private static Instant instant(Document document, String field) {
        return Objects.requireNonNull(document.getDate(field)).toInstant();
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
