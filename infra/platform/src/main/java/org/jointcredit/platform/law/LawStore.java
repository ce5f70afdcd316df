package org.jointcredit.platform.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.platform.mongo.IndexCreator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the shipped law data in the collection {@code law} of the service's database, where it outlives the release
 * that shipped it: what was decided under a version can always be read again. A kept version never changes.
 */
public final class LawStore implements SmartLifecycle {
    private static final String COLLECTION = "law";
    private static final String IN_FORCE = "IN_FORCE";
    private static final JsonMapper CANONICAL = ContractJson.mapper()
            .rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final MongoTemplate mongo;
    private final @Nullable Path directory;
    private final List<Shipment<?>> shipments = new ArrayList<>();
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
                        .toList());
        shipments.add(new Shipment<>(kind, entryType, book));
        return book;
    }

    private record Shipment<T>(String kind, Class<T> entryType, LawBook<T> book) {}

    @Override
    public void start() {
        shipments.forEach(this::keep);
        running = true;
    }

    private <T> void keep(Shipment<T> shipment) {
        LawFile.versions(shipment.kind(), directory).forEach(this::keep);
        shipment.book()
                .replace(mongo
                        .find(
                                query(where("_id")
                                        .regex("^" + shipment.kind() + "/")
                                        .and("state")
                                        .is(IN_FORCE)),
                                Document.class,
                                COLLECTION)
                        .stream()
                        .map(document -> version(shipment.kind(), document).as(shipment.entryType()))
                        .toList());
    }

    /** One atomic step, so that instances which start together agree. */
    private void keep(LawVersion<Object> shipped) {
        String digest = digest(shipped);
        String id = shipped.kind() + "/" + shipped.version();
        Document kept = mongo.findAndModify(
                query(where("_id").is(id)),
                new Update()
                        .setOnInsert("effectiveFrom", shipped.effectiveFrom().toString())
                        .setOnInsert("basis", shipped.basis())
                        .setOnInsert("entries", Document.parse(json(shipped)).get("entries"))
                        .setOnInsert("state", IN_FORCE)
                        .setOnInsert("digest", digest),
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                Document.class,
                COLLECTION);
        if (kept == null || !digest.equals(kept.getString("digest"))) {
            throw new IllegalStateException("law/" + shipped.kind() + ".yaml: version " + shipped.version()
                    + " is kept in the database with other content, and a version in force never changes."
                    + " Give the new content a version and effectiveFrom of its own beside it"
                    + " (or, where no decision rests on it, start afresh with infra/local/reset).");
        }
    }

    private static LawVersion<Object> version(String kind, Document kept) {
        return new LawVersion<>(
                kind,
                kept.get("_id", "").substring(kind.length() + 1),
                LocalDate.parse(kept.get("effectiveFrom", "")),
                kept.get("basis", ""),
                kept.getList("entries", Object.class));
    }

    private static String json(LawVersion<Object> version) {
        return CANONICAL.writeValueAsString(Map.of(
                "version", version.version(),
                "effectiveFrom", version.effectiveFrom(),
                "basis", version.basis(),
                "entries", version.entries()));
    }

    private static String digest(LawVersion<Object> version) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(json(version).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
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
