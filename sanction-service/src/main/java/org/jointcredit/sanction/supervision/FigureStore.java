package org.jointcredit.sanction.supervision;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the cells and the feed, and brings the ledger into them. */
@Component
final class FigureStore {

    static final String CELLS = "supervision_cells";
    static final String FEED = "supervision_feed";
    private static final String STATE = "supervision";
    private static final Bson THE_FOLD = eq("_id", "fold");

    /** The driver's own batches are of 16 MB, and many times that as documents in memory. */
    private static final int BATCH = 200;

    private static final int ENTRIES_AT_ONCE = 5;
    private static final int LINES_A_FOLD = 2_000;
    private static final int COUNTERS_A_FOLD = 20_000;

    private final MongoTemplate mongo;
    private final TransactionTemplate transactions;
    private final LedgerStore ledger;
    private final Clock system;

    FigureStore(MongoTemplate mongo, TransactionTemplate transactions, LedgerStore ledger, Clock system) {
        this.mongo = mongo;
        this.transactions = transactions;
        this.ledger = ledger;
        this.system = system;
    }

    /**
     * Where the folding stands.
     *
     * @param fold number of the last fold
     * @param built whether what was there before the ledger has been counted
     * @param corrections how often the figures were corrected after a recount
     */
    record State(long fold, boolean built, int corrections) {

        private static State of(@Nullable Document document) {
            return document == null
                    ? new State(0, false, 0)
                    : new State(
                            document.get("n", Number.class).longValue(),
                            document.getBoolean("built"),
                            document.getInteger("corrections"));
        }
    }

    /** Lets the folding begin, if it has not. */
    State open() {
        Bson beginning = Updates.combine(
                Updates.setOnInsert("n", 0L),
                Updates.setOnInsert("built", false),
                Updates.setOnInsert("corrections", 0));
        mongo.getCollection(STATE).updateOne(THE_FOLD, beginning, new UpdateOptions().upsert(true));
        return State.of(mongo.getCollection(STATE).find(THE_FOLD).first());
    }

    /**
     * Brings the oldest entries of the ledger into the cells and the feed. All of it is one transaction, which begins
     * with the one document that every fold writes: so two instances never fold the same entry, and one that is killed
     * has folded nothing.
     *
     * @return whether there may be more
     */
    boolean fold() {
        if (mongo.getCollection(LedgerStore.COLLECTION)
                        .find()
                        .projection(Projections.include("_id"))
                        .limit(1)
                        .first()
                == null) {
            return false;
        }
        return Boolean.TRUE.equals(transactions.execute(_ -> foldNow()));
    }

    private boolean foldNow() {
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        Document state = mongo.execute(STATE, states -> states.findOneAndUpdate(THE_FOLD, Updates.inc("n", 1L), after));
        if (state == null) {
            return false;
        }
        long n = State.of(state).fold();
        List<String> ids = new ArrayList<>();
        List<Document> lines = new ArrayList<>();
        var counts = new Counts();
        mongo.execute(LedgerStore.COLLECTION, ledgerEntries -> {
            var oldestFirst = ledgerEntries.find().sort(Sorts.ascending("_id")).batchSize(ENTRIES_AT_ONCE);
            try (var entries = oldestFirst.iterator()) {
                int counters = 0;
                while (entries.hasNext() && lines.size() < LINES_A_FOLD && counters < COUNTERS_A_FOLD) {
                    Document entry = entries.next();
                    List<Document> changed = entry.getList("cells", Document.class);
                    ids.add(entry.getString("_id"));
                    lines.addAll(entry.getList("lines", Document.class));
                    for (Document cell : changed) {
                        Tally tally = FigureDocuments.tally(cell);
                        counts.add(FigureDocuments.cell(cell), tally, 1);
                        counters += tally.size();
                    }
                }
            }
            return null;
        });
        if (ids.isEmpty()) {
            return false;
        }
        write(n, counts);
        if (!lines.isEmpty()) {
            var page = new Document("_id", n)
                    .append("at", Date.from(system.instant()))
                    .append("lines", lines);
            mongo.execute(FEED, feed -> feed.insertOne(page));
        }
        mongo.execute(LedgerStore.COLLECTION, entries -> entries.deleteMany(in("_id", ids)));
        return true;
    }

    private void write(long n, Counts counts) {
        List<UpdateOneModel<Document>> writes = new ArrayList<>();
        counts.forEach((cell, tally) -> {
            List<Bson> parts = new ArrayList<>();
            parts.add(Updates.set("fold", n));
            tally.forEach(
                    (counter, change) -> parts.add(Updates.inc(FigureDocuments.COUNTS + '.' + counter.text(), change)));
            writes.add(new UpdateOneModel<>(
                    eq("_id", cell.id()), Updates.combine(parts), new UpdateOptions().upsert(true)));
        });
        if (!writes.isEmpty()) {
            mongo.execute(CELLS, cells -> cells.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
        }
    }

    /**
     * What has changed in the cells.
     *
     * @param waitingSince when the oldest entry not folded yet was written; null: there is none
     * @param correcting it is a recount's
     */
    record Changes(State state, @Nullable Instant waitingSince, boolean correcting, Map<Cell, Tally> cells) {}

    /** The cells that later folds have changed, all of one moment. */
    Changes since(long fold) {
        return underOneSnapshot(snapshot -> {
            State state = state(snapshot);
            Document oldest = mongo.getCollection(LedgerStore.COLLECTION)
                    .find(snapshot)
                    .projection(Projections.include("at", "correction"))
                    .sort(Sorts.ascending("_id"))
                    .limit(1)
                    .first();
            Map<Cell, Tally> cells = new HashMap<>();
            if (state.fold() > fold) {
                mongo.getCollection(CELLS)
                        .find(snapshot, gt("fold", fold))
                        .batchSize(BATCH)
                        .forEach(found -> cells.put(FigureDocuments.cell(found), FigureDocuments.tally(found)));
            }
            return new Changes(
                    state,
                    oldest == null ? null : oldest.getDate("at").toInstant(),
                    oldest != null && oldest.getBoolean("correction", false),
                    cells);
        });
    }

    /** What one fold had to tell. */
    record Page(long fold, List<Line> lines) {

        private static Page of(Document document) {
            return new Page(
                    document.get("_id", Number.class).longValue(),
                    document.getList("lines", Document.class).stream()
                            .map(FigureDocuments::line)
                            .toList());
        }
    }

    /** Pages of the feed from a fold on, oldest first. */
    List<Page> pagesFrom(long fold, int most) {
        return mongo.getCollection(FEED)
                .find(gte("_id", fold))
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .map(Page::of)
                .into(new ArrayList<>());
    }

    @Nullable
    Page newestPage() {
        Document newest =
                mongo.getCollection(FEED).find().sort(Sorts.descending("_id")).first();
        return newest == null ? null : Page.of(newest);
    }

    long lastFold() {
        return State.of(mongo.getCollection(STATE).find(THE_FOLD).first()).fold();
    }

    State state(ClientSession snapshot) {
        return State.of(mongo.getCollection(STATE).find(snapshot, THE_FOLD).first());
    }

    /** What is in the cells and, not folded yet, in the ledger. */
    void each(ClientSession snapshot, BiConsumer<Cell, Tally> reader) {
        mongo.getCollection(CELLS)
                .find(snapshot)
                .batchSize(BATCH)
                .forEach(cell -> reader.accept(FigureDocuments.cell(cell), FigureDocuments.tally(cell)));
        mongo.getCollection(LedgerStore.COLLECTION)
                .find(snapshot)
                .batchSize(ENTRIES_AT_ONCE)
                .forEach(entry -> entry.getList("cells", Document.class)
                        .forEach(cell -> reader.accept(FigureDocuments.cell(cell), FigureDocuments.tally(cell))));
    }

    <T> T underOneSnapshot(Function<ClientSession, T> reader) {
        var options = ClientSessionOptions.builder().snapshot(true).build();
        try (ClientSession session = mongo.getMongoDatabaseFactory().getSession(options)) {
            return reader.apply(session);
        }
    }

    /**
     * Corrects the figures by what a recount found, as one more change of the ledger: writes of notices go on
     * meanwhile.
     *
     * @param state as it was under the recount's snapshot
     * @throws OptimisticLockingFailureException if somebody else has corrected them since
     */
    void correct(Counts difference, State state) {
        transactions.executeWithoutResult(_ -> {
            Bson asCounted = and(THE_FOLD, eq("corrections", state.corrections()));
            Bson corrected = Updates.combine(Updates.inc("corrections", 1), Updates.set("built", true));
            mongo.execute(STATE, states -> {
                if (states.updateOne(asCounted, corrected).getMatchedCount() != 1) {
                    throw new OptimisticLockingFailureException("the figures were corrected at the same moment");
                }
                return null;
            });
            ledger.correct(difference);
        });
    }
}
