package org.jointcredit.platform.law;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.bson.Document;
import org.jointcredit.platform.mongo.IndexCreator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Keeps law data in the collection {@code law} of the service's database: what was shipped, where it outlives the
 * release that shipped it, and what two officers put in force while the service runs. What was decided under a version
 * can always be read again; a kept version never changes.
 *
 * <p>Whoever is about to decide by the law calls {@link #refresh()} first, which is one point read where nothing is new:
 * so all instances decide by what was put in force before they began.
 */
public final class LawStore implements SmartLifecycle {

    private final MongoTemplate mongo;
    private final @Nullable Path directory;
    private final List<Shipment<?>> shipments = new ArrayList<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile long revision;
    private volatile boolean running;

    /**
     * @param directory where the operator adds versions, in files named as the shipped ones; null: nowhere
     */
    public LawStore(MongoTemplate mongo, @Nullable Path directory) {
        if (directory != null && !Files.isDirectory(directory)) {
            throw new IllegalStateException("JC_LAW_DIR (jointcredit.law-dir) names " + directory
                    + ", which is no directory: make it, or leave the setting out.");
        }
        this.mongo = mongo;
        this.directory = directory;
    }

    /**
     * Reads {@code law/<kind>.yaml} and what the operator adds to it. To be called while beans are made; the database is asked when the
     * service starts, before it answers or listens.
     *
     * @throws IllegalStateException naming file, entry and key that do not fit
     */
    public <T> LawBook<T> load(String kind, Class<T> entryType) {
        LawBook<T> book = new LawBook<>(
                kind,
                LawFile.versions(kind, directory).stream()
                        .map(version -> version.as(entryType))
                        .toList(),
                this::refresh);
        shipments.add(new Shipment<>(kind, entryType, book));
        return book;
    }

    private record Shipment<T>(String kind, Class<T> entryType, LawBook<T> book) {}

    @Override
    public void start() {
        shipments.forEach(
                shipment -> LawFile.versions(shipment.kind(), directory).forEach(this::keep));
        mongo.upsert(
                query(where("_id").is(LawDocuments.REVISION)),
                new Update().setOnInsert(LawDocuments.NUMBER, 0L),
                LawDocuments.COLLECTION);
        read(newest());
        running = true;
    }

    /** Takes in what was put in force since the last time. */
    public void refresh() {
        long newest = newest();
        if (newest > revision) {
            read(newest);
        }
    }

    /** How often law was put in force, as far as this instance knows. */
    public long revision() {
        return revision;
    }

    /** Reads of several books that see the same revision: what is put in force together is seen together. */
    public <T> T consistently(Supplier<T> reads) {
        lock.readLock().lock();
        try {
            return reads.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private long newest() {
        var found = mongo.findById(LawDocuments.REVISION, Document.class, LawDocuments.COLLECTION);
        return found == null
                ? 0
                : Objects.requireNonNull(found.get(LawDocuments.NUMBER, Number.class))
                        .longValue();
    }

    /** What is read may be newer than the revision that is noted, which only leads to one more look. */
    private void read(long noted) {
        lock.writeLock().lock();
        try {
            shipments.forEach(this::read);
            revision = noted;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private <T> void read(Shipment<T> shipment) {
        shipment.book()
                .replace(mongo
                        .find(
                                query(where("_id")
                                        .regex("^" + shipment.kind() + "/")
                                        .and(LawDocuments.STATE)
                                        .is(LawState.IN_FORCE.name())),
                                Document.class,
                                LawDocuments.COLLECTION)
                        .stream()
                        .map(document ->
                                LawDocuments.version(shipment.kind(), document).as(shipment.entryType()))
                        .toList());
    }

    /** One atomic step, so that instances which start together agree. */
    private void keep(LawVersion<Object> shipped) {
        Document whole = LawDocuments.of(shipped, LawState.IN_FORCE);
        var insert = new Update();
        whole.forEach((name, value) -> {
            if (!name.equals("_id")) {
                insert.setOnInsert(name, value);
            }
        });
        Document kept = mongo.findAndModify(
                query(where("_id").is(whole.get("_id"))),
                insert,
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                Document.class,
                LawDocuments.COLLECTION);
        if (kept == null
                || !Objects.equals(whole.getString(LawDocuments.DIGEST), kept.getString(LawDocuments.DIGEST))) {
            throw new IllegalStateException("law/" + shipped.kind() + ".yaml: version " + shipped.version()
                    + " is kept in the database with other content, and a version in force never changes."
                    + " Give the new content a version and effectiveFrom of its own beside it"
                    + " (or, where no decision rests on it, start afresh with infra/local/reset).");
        }
    }

    /** Once MongoDB is there, before web server and listeners. */
    @Override
    public int getPhase() {
        return IndexCreator.PHASE + 1;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
