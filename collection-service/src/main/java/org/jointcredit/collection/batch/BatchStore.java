package org.jointcredit.collection.batch;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.contract.problem.FieldWarning;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * Keeps the batches, how far each is, and the answers to their rows. A batch is worked on by whoever holds its lease; who
 * has lost it writes nothing any more.
 */
@Component
final class BatchStore {
    static final String COLLECTION = "batches";
    static final String ROWS = "batchRows";
    static final String DEPARTMENT = "sender.department";
    static final String STATE = "state";
    static final String LEASED_UNTIL = "leasedUntil";
    static final String RECEIVED_AT = "receivedAt";
    static final String BATCH = "batch";
    static final String ROW = "row";
    static final String OUTCOME = "outcome";
    static final String KEPT_UNTIL = "keptUntil";
    /** Of the record that a refused row is about, as long as something is kept of the row. */
    static final String PRINTS = "prints";

    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration ROWS_KEPT = Duration.ofDays(90);
    private static final String LEASED_BY = "leasedBy";
    private static final String CONTENT = "content";
    private static final String TYPE = "batch-row";
    private static final List<String> OPEN = List.of(BatchState.RECEIVED.name(), BatchState.RUNNING.name());
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<List<FieldError>> ERRORS = new TypeReference<>() {};
    private static final TypeReference<List<FieldWarning>> WARNINGS = new TypeReference<>() {};

    private final MongoTemplate mongo;
    private final FieldCipher cipher;
    private final Clock systemClock;

    BatchStore(MongoTemplate mongo, FieldCipher cipher, Clock systemClock) {
        this.mongo = mongo;
        this.cipher = cipher;
        this.systemClock = systemClock;
    }

    /** Somebody else works on the batch now. */
    static final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1;

        LeaseLost() {
            super("lease lost", null, false, false);
        }
    }

    void insert(Batch batch) {
        Document document = new Document("_id", batch.id());
        document.putAll(fields(batch));
        document.append(RECEIVED_AT, Date.from(batch.receivedAt())).append(LEASED_UNTIL, new Date(0));
        batches().insertOne(document);
    }

    @Nullable
    Batch find(String id, Scope scope) {
        Document found = batches().find(and(eq("_id", id), within(scope))).first();
        return found == null ? null : batch(found);
    }

    PageOf<Batch> page(Scope scope, PageRequest asked) {
        return PageOf.find(batches(), within(scope), Projections.include(), asked, BatchStore::batch);
    }

    /** A filter for counting too, which scans without one. */
    static Bson within(Scope scope) {
        return scope.department() == null
                ? gte(RECEIVED_AT, new Date(0))
                : and(eq(DEPARTMENT, scope.department()), gte(RECEIVED_AT, new Date(0)));
    }

    /**
     * Takes the oldest batch that nobody works on.
     *
     * @param but those that are being worked on here
     */
    @Nullable
    Batch lease(String holder, Collection<String> but) {
        Document found = batches()
                .findOneAndUpdate(
                        and(free(systemClock.instant()), nin("_id", but)),
                        combine(set(LEASED_BY, holder), set(LEASED_UNTIL, leaseEnd())),
                        new FindOneAndUpdateOptions()
                                .sort(Sorts.ascending(LEASED_UNTIL))
                                .returnDocument(ReturnDocument.AFTER));
        return found == null ? null : batch(found);
    }

    static Bson free(Instant now) {
        return and(in(STATE, OPEN), lt(LEASED_UNTIL, Date.from(now)));
    }

    void renew(Collection<String> batches, String holder) {
        batches()
                .updateMany(
                        and(in("_id", batches), eq(LEASED_BY, holder), in(STATE, OPEN)), set(LEASED_UNTIL, leaseEnd()));
    }

    /** Lets others have it at once. */
    void release(String batch, String holder) {
        batches()
                .updateOne(
                        and(eq("_id", batch), eq(LEASED_BY, holder), in(STATE, OPEN)),
                        combine(set(LEASED_UNTIL, new Date(0)), unset(LEASED_BY)));
    }

    /** Keeps how far the batch is. */
    void keep(Batch batch, String holder) {
        Map<String, Object> fields = fields(batch);
        List<Bson> changes = new ArrayList<>();
        fields.forEach((name, value) -> changes.add(set(name, value)));
        if (batch.finishedAt() == null) {
            changes.add(set(LEASED_UNTIL, leaseEnd()));
        } else {
            changes.add(unset(LEASED_UNTIL));
            changes.add(unset(LEASED_BY));
        }
        boolean held = batches()
                        .updateOne(and(eq("_id", batch.id()), eq(LEASED_BY, holder), in(STATE, OPEN)), combine(changes))
                        .getMatchedCount()
                == 1;
        if (!held) {
            throw new LeaseLost();
        }
    }

    /** Keeps answers; the same again changes nothing. */
    void keepRows(String batch, List<AnsweredRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Date keptUntil = Date.from(systemClock.instant().plus(ROWS_KEPT));
        rows().bulkWrite(rows.stream()
                .map(row -> {
                    Document document = document(batch, row, keptUntil);
                    return new ReplaceOneModel<>(
                            eq("_id", document.getString("_id")), document, new ReplaceOptions().upsert(true));
                })
                .toList());
    }

    private Document document(String batch, AnsweredRow row, Date keptUntil) {
        String id = "%s:%08d".formatted(batch, row.row());
        Document document = new Document("_id", id)
                .append(BATCH, batch)
                .append(ROW, row.row())
                .append(OUTCOME, row.outcome().name())
                .append(KEPT_UNTIL, keptUntil);
        if (row.record() != null) {
            document.append("record", row.record());
        }
        if (!row.errors().isEmpty()) {
            document.append("errors", plain(row.errors()));
        }
        if (!row.warnings().isEmpty()) {
            document.append("warnings", plain(row.warnings()));
        }
        if (row.content() != null) {
            document.append(CONTENT, cipher.seal(row.content(), TYPE, CONTENT, id));
            if (!row.prints().isEmpty()) {
                document.append(PRINTS, row.prints());
            }
        }
        return document;
    }

    /** Keeps nothing any more of refused rows whose records were erased, but that they were refused, and why (X3). */
    void forget(Collection<String> prints) {
        rows().updateMany(ofPrints(prints), combine(unset(CONTENT), unset(PRINTS)));
    }

    static Bson ofPrints(Collection<String> prints) {
        return in(PRINTS, prints);
    }

    /** @throws Problem 404 for a batch out of scope */
    PageOf<AnsweredRow> rows(String batch, Scope scope, @Nullable Outcome outcome, PageRequest asked) {
        if (find(batch, scope) == null) {
            throw Problem.unknown();
        }
        return PageOf.find(rows(), of(batch, outcome), Projections.exclude(CONTENT, PRINTS), asked, this::row);
    }

    /** The refused ones with what was sent, in their order; not those of which nothing may be kept. */
    void refused(String batch, Consumer<AnsweredRow> each) {
        rows().find(and(of(batch, Outcome.REFUSED), exists(CONTENT)))
                .sort(Sorts.ascending(ROW, "_id"))
                .forEach(found -> each.accept(row(found)));
    }

    static Bson of(String batch, @Nullable Outcome outcome) {
        return outcome == null ? eq(BATCH, batch) : and(eq(BATCH, batch), eq(OUTCOME, outcome.name()));
    }

    private AnsweredRow row(Document found) {
        String content = found.getString(CONTENT);
        return new AnsweredRow(
                found.getInteger(ROW),
                Outcome.valueOf(found.getString(OUTCOME)),
                found.getString("record"),
                read(found.get("errors"), ERRORS),
                read(found.get("warnings"), WARNINGS),
                content == null ? null : cipher.open(content, TYPE, CONTENT, found.getString("_id")),
                null);
    }

    private static <T> List<T> read(@Nullable Object list, TypeReference<List<T>> type) {
        return list == null ? List.of() : ContractJson.mapper().convertValue(list, type);
    }

    private static List<Map<String, Object>> plain(List<?> records) {
        return records.stream()
                .map(record -> ContractJson.mapper().convertValue(record, FIELDS))
                .toList();
    }

    private Date leaseEnd() {
        return Date.from(systemClock.instant().plus(LEASE));
    }

    private static Map<String, Object> fields(Batch batch) {
        Map<String, Object> fields = ContractJson.mapper().convertValue(batch, FIELDS);
        fields.remove("id");
        fields.remove(RECEIVED_AT);
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    private static Batch batch(Document found) {
        Map<String, Object> fields = new HashMap<>(found);
        fields.put("id", found.getString("_id"));
        fields.put(RECEIVED_AT, found.getDate(RECEIVED_AT).toInstant().toString());
        fields.keySet().removeAll(List.of("_id", LEASED_UNTIL, LEASED_BY));
        return ContractJson.mapper().convertValue(fields, Batch.class);
    }

    private MongoCollection<Document> batches() {
        return mongo.getCollection(COLLECTION);
    }

    private MongoCollection<Document> rows() {
        return mongo.getCollection(ROWS);
    }
}
