package org.jointcredit.platform.eventing;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.jointcredit.platform.mongo.UniqueKeys;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Answers to what outsiders sent over Kafka: one document for each message, under sender and message id. It says that
 * the message was answered, so the same message again changes nothing; and its journal holds the answer until it is
 * sent.
 */
public final class Answers {
    private static final String AT = "at";
    /** As long as the topics keep the answers; the messages themselves are kept for less. */
    private static final long KEPT_DAYS = 30;

    private final MongoTemplate mongo;
    private final Journal journal;
    private final Relay relay;
    private final String collection;
    private final Clock clock;

    /**
     * @param clock the system's, by which answers leave: the business clock may stand a year back
     * @param relay one of {@link Relays#ofAnswers}, of the same collection
     */
    public Answers(MongoTemplate mongo, Journal journal, Relay relay, String collection, Clock clock) {
        this.mongo = mongo;
        this.journal = journal;
        this.relay = relay;
        this.collection = collection;
        this.clock = clock;
    }

    /**
     * An answer to one message.
     *
     * @param message sender and message id
     * @param step what is sent, and where
     */
    public record Answer(String message, Step step, Cause cause) {}

    /** The index by which answers leave after their time. */
    public static DeclaredIndex kept(String collection) {
        return new DeclaredIndex(
                collection, Indexes.ascending(AT), new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }

    /** Which of these messages were answered before. */
    public Set<String> known(Collection<String> messages) {
        return documents()
                .find(in("_id", messages))
                .projection(Projections.include("_id"))
                .map(found -> found.getString("_id"))
                .into(new HashSet<>());
    }

    /** The same answers once more, under the same event ids. */
    public void sendAgain(Collection<String> messages) {
        if (!messages.isEmpty()) {
            documents().updateMany(in("_id", messages), journal.again());
            relay.wake();
        }
    }

    /** Keeps and sends answers; a message that was answered meanwhile keeps its first one. */
    public void give(List<Answer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        List<Document> documents = new ArrayList<>();
        List<Dispatch> dispatches = new ArrayList<>();
        for (Answer answer : answers) {
            var document = new Document("_id", answer.message()).append(AT, Date.from(clock.instant()));
            dispatches.add(journal.open(document, journal.number(0, answer.cause(), List.of(answer.step()))));
            documents.add(document);
        }
        if (UniqueKeys.insert(documents(), documents).isEmpty()) {
            relay.send(dispatches);
        } else {
            relay.wake();
        }
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(collection);
    }
}
