package org.jointcredit.disclosure.query;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.disclosure.accesslog.Asker;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.mongo.WriteConflicts;
import org.jointcredit.platform.web.PageOf;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps batches, and for a short time their rows: who is asked about until the row is answered, then the answer. Both
 * are sealed (X4).
 */
@Component
final class BatchStore {
    static final String BATCHES = "query_batches";
    static final String ROWS = "query_rows";
    static final String ROW = "row";
    static final String BATCH = "batch";
    static final String EXPIRES_AT = "expiresAt";
    static final String OPEN = "open";
    static final String LEASE = "lease";
    private static final String ANSWERED = "answered";
    private static final String QUESTION = "question";
    private static final String ANSWER = "answer";

    private final MongoTemplate mongo;
    private final TransactionTemplate transactions;
    private final FieldCipher cipher;

    BatchStore(MongoTemplate mongo, TransactionTemplate transactions, FieldCipher cipher) {
        this.mongo = mongo;
        this.transactions = transactions;
        this.cipher = cipher;
    }

    /** @param json of a row's question or answer */
    record Row(int number, String json) {}

    /** @return false if there is one with this id, or another is opening it */
    boolean open(Batch batch, List<Row> questions) {
        try {
            transactions.executeWithoutResult(_ -> {
                mongo.insert(document(batch), BATCHES);
                mongo.insert(questions.stream().map(row -> question(batch, row)).toList(), ROWS);
            });
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        } catch (RuntimeException e) {
            if (WriteConflicts.is(e)) {
                return false;
            }
            throw e;
        }
    }

    private Document question(Batch batch, Row row) {
        String id = id(batch.id(), row.number());
        return new Document("_id", id)
                .append(BATCH, batch.id())
                .append(ROW, row.number())
                .append(EXPIRES_AT, Date.from(batch.expiresAt()))
                .append(QUESTION, cipher.seal(row.json(), "query", QUESTION, id));
    }

    Optional<Batch> find(String id) {
        return Optional.ofNullable(batches().find(eq("_id", id)).first()).map(BatchStore::batch);
    }

    /** A batch with rows to answer that nobody else is at; it is the caller's until the lease is over. */
    Optional<Batch> next(Instant now, Duration lease) {
        Document found = batches()
                .findOneAndUpdate(
                        due(now),
                        Updates.set(LEASE, Date.from(now.plus(lease))),
                        new FindOneAndUpdateOptions().sort(Sorts.ascending(LEASE)));
        return Optional.ofNullable(found).map(BatchStore::batch);
    }

    static Bson due(Instant now) {
        return and(eq(OPEN, true), lt(LEASE, Date.from(now)));
    }

    /** Its first rows without an answer. */
    List<Row> unanswered(Batch batch, int most) {
        return rows().find(unanswered(batch.id()))
                .sort(Sorts.ascending(ROW))
                .limit(most)
                .map(row -> new Row(
                        row.getInteger(ROW),
                        cipher.open(row.getString(QUESTION), "query", QUESTION, row.getString("_id"))))
                .into(new ArrayList<>());
    }

    static Bson unanswered(String batch) {
        return and(eq(BATCH, batch), exists(QUESTION));
    }

    /** Puts the answers in the place of their questions, and gives the batch back to whoever goes on with it. */
    void answer(Batch batch, List<Row> answers) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Row answer : answers) {
            String id = id(batch.id(), answer.number());
            writes.add(new UpdateOneModel<>(
                    eq("_id", id),
                    Updates.combine(
                            Updates.set(ANSWER, cipher.seal(answer.json(), "query", ANSWER, id)),
                            Updates.unset(QUESTION))));
        }
        rows().bulkWrite(writes);
        batches()
                .updateOne(
                        eq("_id", batch.id()),
                        Updates.combine(
                                Updates.max(ANSWERED, answers.getLast().number()),
                                Updates.set(LEASE, Date.from(Instant.EPOCH))));
    }

    void giveUp(Batch batch) {
        batches().updateOne(eq("_id", batch.id()), Updates.combine(Updates.unset(OPEN), Updates.unset(LEASE)));
    }

    void close(Batch batch) {
        batches()
                .updateOne(
                        eq("_id", batch.id()),
                        Updates.combine(
                                Updates.set(ANSWERED, batch.total()), Updates.unset(OPEN), Updates.unset(LEASE)));
    }

    /** The answers there are, as long as they are kept. */
    PageOf<Row> answers(Batch batch, PageRequest asked, Instant now) {
        return PageOf.find(
                rows(),
                answered(batch.id(), now),
                Projections.include(ROW, ANSWER),
                asked,
                row -> new Row(
                        row.getInteger(ROW),
                        cipher.open(row.getString(ANSWER), "query", ANSWER, row.getString("_id"))));
    }

    static Bson answered(String batch, Instant now) {
        return and(eq(BATCH, batch), exists(ANSWER), gt(EXPIRES_AT, Date.from(now)));
    }

    private static String id(String batch, int row) {
        return batch + ":" + row;
    }

    private static Document document(Batch batch) {
        return new Document("_id", batch.id())
                .append("officer", batch.asker().officer())
                .append("username", batch.asker().username())
                .append("department", batch.asker().department())
                .append("system", batch.asker().system())
                .append("purpose", batch.purpose())
                .append("matter", batch.matter())
                .append("lawVersion", batch.lawVersion())
                .append("fingerprint", batch.fingerprint())
                .append("total", batch.total())
                .append(ANSWERED, batch.answered())
                .append("askedAt", Date.from(batch.askedAt()))
                .append(EXPIRES_AT, Date.from(batch.expiresAt()))
                .append(OPEN, true)
                .append(LEASE, Date.from(Instant.EPOCH));
    }

    private static Batch batch(Document document) {
        return new Batch(
                document.getString("_id"),
                new Asker(
                        document.getString("officer"),
                        document.getString("username"),
                        document.getString("department"),
                        document.getString("system")),
                document.getString("purpose"),
                document.getString("matter"),
                document.getString("lawVersion"),
                document.getString("fingerprint"),
                document.getInteger("total"),
                document.getInteger(ANSWERED),
                document.getDate("askedAt").toInstant(),
                document.getDate(EXPIRES_AT).toInstant());
    }

    private MongoCollection<Document> batches() {
        return mongo.getCollection(BATCHES);
    }

    private MongoCollection<Document> rows() {
        return mongo.getCollection(ROWS);
    }
}
