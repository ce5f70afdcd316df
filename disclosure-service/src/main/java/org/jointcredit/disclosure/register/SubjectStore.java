package org.jointcredit.disclosure.register;

import static com.mongodb.client.model.Filters.all;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.platform.mongo.UniqueKeys;
import org.jointcredit.platform.web.PageOf;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Finds subjects: organisations by code, and by names through two-character grams; persons by keyed hashes (D1, X4). */
@Component
public final class SubjectStore {
    static final String COLLECTION = "subjects";
    static final String CODE = "code";
    static final String MACS = "macs";
    static final String GRAMS = "grams";
    static final String LENGTH = "length";
    private static final String FOLDED = "folded";
    private static final String REVISION = "rev";
    private static final String RUN = "run";
    private static final String ANEW = "anew";

    private final MongoTemplate mongo;

    SubjectStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public Optional<Subject> find(String id) {
        return Optional.ofNullable(documents().find(eq("_id", id)).first()).map(SubjectStore::subject);
    }

    public Optional<Subject> findByCode(String code) {
        return Optional.ofNullable(documents().find(eq(CODE, code)).first()).map(SubjectStore::subject);
    }

    /** @param macs entries of one number, or of one name and last four, under each key */
    public List<Subject> findByMacs(Collection<String> macs) {
        return documents().find(in(MACS, macs)).map(SubjectStore::subject).into(new ArrayList<>());
    }

    /** Organisations of which a name holds this text; shorter names, so those that are called so in full, come first. */
    PageOf<Subject> named(String folded, PageRequest asked) {
        return PageOf.find(documents(), byName(folded), new Document(), asked, SubjectStore::subject);
    }

    /** The grams find them by an index; of more than two characters they need not stand side by side. */
    static Bson byName(String folded) {
        Bson grams = all(GRAMS, Subject.grams(folded));
        return folded.codePointCount(0, folded.length()) == 2
                ? grams
                : and(grams, regex(FOLDED, Subject.literally(folded)));
    }

    /**
     * Adds what was told of subjects. Who changed one in between is not overwritten: it is read again.
     *
     * @param run while a rebuild goes on, what it learns of a subject is kept beside what is known, which stays in use;
     *     who tells late for a rebuild before adds to what the present one has learned
     */
    void told(Collection<Subject> mentions, long run) {
        Map<String, Subject> told = new LinkedHashMap<>();
        mentions.forEach(mention -> told.merge(mention.id(), mention, Subject::and));
        while (!told.isEmpty() && !isWritten(told, run)) {
            // again, with what the other one wrote
        }
    }

    private boolean isWritten(Map<String, Subject> told, long run) {
        Map<String, Document> known = new HashMap<>();
        documents().find(in("_id", told.keySet())).forEach(document -> known.put(document.getString("_id"), document));
        List<ReplaceOneModel<Document>> writes = new ArrayList<>();
        for (Subject mention : told.values()) {
            Document before = known.get(mention.id());
            Subject now = before == null ? mention : subject(before).and(mention);
            long of = Math.max(run, before == null ? 0 : run(before));
            Subject learned = before == null ? null : anew(before, of);
            Subject anew = learned == null ? mention : learned.and(mention);
            if (before == null || !now.equals(subject(before)) || (of > 0 && !anew.equals(learned))) {
                long revision = before == null ? 0 : before.getLong(REVISION);
                Document document = document(now, revision + 1);
                if (of > 0) {
                    document.append(RUN, of).append(ANEW, document(anew, 0));
                }
                writes.add(new ReplaceOneModel<>(as(now.id(), revision), document, new ReplaceOptions().upsert(true)));
            }
        }
        return writes.isEmpty() || UniqueKeys.write(documents(), writes);
    }

    void delete(String id) {
        documents().deleteOne(eq("_id", id));
    }

    /** What a whole rebuild has learned takes the place of what was known; of whom it heard nothing is forgotten. */
    void settle(long run) {
        documents()
                .find()
                .projection(include("_id"))
                .sort(new Document("_id", 1))
                .forEach(document -> {
                    boolean settled = false;
                    while (!settled) {
                        settled = isSettled(document.getString("_id"), run);
                    }
                });
    }

    /** False: somebody told something of it at the same moment. */
    private boolean isSettled(String id, long run) {
        Document document = documents().find(eq("_id", id)).first();
        if (document == null) {
            return true;
        }
        long revision = document.getLong(REVISION);
        Subject anew = anew(document, run);
        return anew == null
                ? documents().deleteOne(as(id, revision)).getDeletedCount() == 1
                : documents()
                                .replaceOne(as(id, revision), document(anew, revision + 1))
                                .getMatchedCount()
                        == 1;
    }

    private static @Nullable Subject anew(Document document, long run) {
        return run > 0 && run == run(document) ? subject(document.get(ANEW, Document.class)) : null;
    }

    private static long run(Document document) {
        Long run = document.getLong(RUN);
        return run == null ? 0 : run;
    }

    private static Bson as(String id, long revision) {
        return and(eq("_id", id), eq(REVISION, revision));
    }

    /** Of everything that is kept, except how often and by which rebuild it was written. */
    void digest(RegisterDigest digest) {
        documents()
                .find()
                .projection(exclude(REVISION, RUN, ANEW))
                .sort(new Document("_id", 1))
                .forEach(document -> digest.add(document.toJson()));
    }

    private static Document document(Subject subject, long revision) {
        Document document = new Document("_id", subject.id())
                .append(REVISION, revision)
                .append("kind", subject.kind().name());
        if (subject.kind() == SubjectKind.PERSON) {
            return document.append(MACS, subject.macs());
        }
        var folded = subject.folded();
        return document.append(CODE, subject.code())
                .append(
                        "names",
                        subject.names().stream()
                                .map(named -> new Document("name", named.name())
                                        .append("since", named.since().toString())
                                        .append("last", named.last().toString())
                                        .append("told", named.told().toString()))
                                .toList())
                .append(FOLDED, List.copyOf(folded))
                .append(GRAMS, List.copyOf(subject.grams()))
                .append(LENGTH, folded.stream().mapToInt(String::length).min().orElse(0));
    }

    private static Subject subject(Document document) {
        return new Subject(
                document.getString("_id"),
                SubjectKind.valueOf(document.getString("kind")),
                document.getString(CODE),
                document.getList("names", Document.class, List.of()).stream()
                        .map(named -> new Subject.Called(
                                named.getString("name"),
                                LocalDate.parse(named.getString("since")),
                                LocalDate.parse(named.getString("last")),
                                Instant.parse(named.getString("told"))))
                        .toList(),
                document.getList(MACS, String.class, List.of()));
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
