package org.jointcredit.collection.intake;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Receipt;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Dispatch;
import org.jointcredit.platform.eventing.Journal;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Step;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * One document for each message, under sender and message id: it says that the message was answered, and its journal
 * holds the receipt until it is sent.
 */
@Component
final class SubmissionStore {
    static final String COLLECTION = "submissions";
    static final String AT = "at";

    private final MongoTemplate mongo;
    private final Journal journal;
    private final Relay relay;

    SubmissionStore(MongoTemplate mongo, Journal journal, Relay submissionRelay) {
        this.mongo = mongo;
        this.journal = journal;
        this.relay = submissionRelay;
    }

    /**
     * An answered message.
     *
     * @param id sender and message id
     * @param key record key of the receipt: the number, where there is one
     */
    record Answered(String id, String department, String key, Receipt receipt, Cause cause) {}

    /** Which of these were answered before. */
    Set<String> known(Collection<String> ids) {
        return collection()
                .find(in("_id", ids))
                .projection(Projections.include("_id"))
                .map(found -> found.getString("_id"))
                .into(new HashSet<>());
    }

    /** The same receipts once more, under the same event ids. */
    void sendAgain(Collection<String> ids) {
        if (!ids.isEmpty()) {
            collection().updateMany(in("_id", ids), journal.again());
            relay.wake();
        }
    }

    /** Keeps and sends receipts; a message that was answered meanwhile keeps its first one. */
    void answer(List<Answered> answers) {
        if (answers.isEmpty()) {
            return;
        }
        List<Document> documents = new ArrayList<>();
        List<Dispatch> dispatches = new ArrayList<>();
        for (Answered answered : answers) {
            Document document = new Document("_id", answered.id())
                    .append("department", answered.department())
                    .append(AT, Date.from(answered.cause().at()));
            dispatches.add(journal.open(document, journal.number(0, answered.cause(), List.of(step(answered)))));
            documents.add(document);
        }
        try {
            collection().insertMany(documents, new InsertManyOptions().ordered(false));
            relay.send(dispatches);
        } catch (MongoBulkWriteException e) {
            boolean onlyRepeats = !e.getWriteErrors().isEmpty()
                    && e.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!onlyRepeats) {
                throw e;
            }
            relay.wake();
        }
    }

    private static Step step(Answered answered) {
        String type = answered.receipt().outcome() == Receipt.Outcome.REFUSED
                ? EventTypes.SUBMISSION_REFUSED
                : EventTypes.SUBMISSION_ACCEPTED;
        return Step.sent(type, answered.receipt(), Topics.receipt(answered.department()), answered.key());
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
