package org.jointcredit.sanction.feedback;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.FeedbackRefused;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Dispatch;
import org.jointcredit.platform.eventing.Journal;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * What an agency is told when its message was refused: an aggregate of its own, one for each message, so that the
 * answer is never lost and the same message again changes nothing.
 */
final class RefusalStore {

    static final String COLLECTION = "refusals";
    /** As long as the topic keeps the answer. */
    private static final long KEPT_DAYS = 30;

    static final DeclaredIndex KEPT = new DeclaredIndex(
            COLLECTION, Indexes.ascending("at"), new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));

    private final MongoTemplate mongo;
    private final Journal journal;
    private final Relay relay;

    RefusalStore(MongoTemplate mongo, Journal journal, Relay relay) {
        this.mongo = mongo;
        this.journal = journal;
        this.relay = relay;
    }

    /**
     * @param message the sender and its message's id
     * @param notice as named in the message, the key of the answer
     */
    record Refusal(String message, String agency, String notice, List<FieldError> errors, Cause cause) {}

    void answer(List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        List<Document> documents = new ArrayList<>();
        List<Dispatch> dispatches = new ArrayList<>();
        for (Refusal refusal : refusals) {
            var document = new Document("_id", refusal.message())
                    .append("agency", refusal.agency())
                    .append("at", Date.from(refusal.cause().at()));
            var step = Step.sent(
                    EventTypes.FEEDBACK_REFUSED,
                    new FeedbackRefused(refusal.notice(), refusal.errors()),
                    Topics.response(refusal.agency()),
                    refusal.notice());
            dispatches.add(journal.open(document, journal.number(0, refusal.cause(), List.of(step))));
            documents.add(document);
        }
        try {
            mongo.getCollection(COLLECTION).insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            boolean onlyRepeats =
                    e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!onlyRepeats) {
                throw e;
            }
            relay.wake();
            return;
        }
        relay.send(dispatches);
    }
}
