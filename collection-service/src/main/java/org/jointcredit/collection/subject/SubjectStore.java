package org.jointcredit.collection.subject;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.DocumentKind;
import org.jointcredit.contract.identity.PersonDocument;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.mongo.UniqueKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps the subjects: organisations under their code, persons under keyed hashes of kind and number, the number itself
 * encrypted (X4). Names are kept with the day of the latest decision that says them, in whatever order these arrive (C4);
 * a person's encrypted too.
 */
@Component
public final class SubjectStore {
    static final String COLLECTION = "subjects";
    private static final String CODE = "code";
    private static final String MAC = "index.mac";
    private static final String NAME = "name";
    private static final String SEALED_NAME = "sealed";
    private static final String PRINT = "print";
    private static final String NUMBER = "number";

    private final MongoTemplate mongo;
    private final IndexKeys indexKeys;
    private final FieldCipher cipher;

    SubjectStore(MongoTemplate mongo, IndexKeys indexKeys, FieldCipher cipher) {
        this.mongo = mongo;
        this.indexKeys = indexKeys;
        this.cipher = cipher;
    }

    /**
     * @param nameDiffers code or number are known under another name
     */
    public record Found(String id, boolean nameDiffers) {}

    /** Who of some is known, as it was read: who goes on to make the others need not read it again. */
    public static final class Look {
        private final Map<String, Subject> known;

        private Look(Map<String, Subject> known) {
            this.known = known;
        }

        /** Null: not known. */
        public @Nullable String id(Identity identity) {
            Subject subject = known.get(identity.key());
            return subject == null ? null : subject.id();
        }
    }

    public Look look(Collection<? extends Identity> identities) {
        return new Look(read(identities));
    }

    /** The ids of those that are known, by {@link Identity#key()}. */
    public Map<String, String> find(Collection<? extends Identity> identities) {
        Map<String, String> ids = new HashMap<>();
        read(identities).forEach((key, subject) -> ids.put(key, subject.id()));
        return ids;
    }

    /** @see #findOrCreate(Map, Look) */
    public Map<Identity, Found> findOrCreate(Map<Identity, LocalDate> said) {
        return findOrCreate(said, look(said.keySet()));
    }

    /**
     * The subjects these are, made where they are new; a new name of a known one is kept beside the old. Safe when many
     * do it at once: the unique index lets one win and the others find it.
     *
     * @param said whom, and the latest day of a decision that names it so
     * @param look at all of them
     */
    public Map<Identity, Found> findOrCreate(Map<Identity, LocalDate> said, Look look) {
        Map<String, Identity> wanted = new LinkedHashMap<>();
        said.keySet().forEach(identity -> wanted.putIfAbsent(identity.key(), identity));
        Map<String, Subject> known = new HashMap<>(look.known);
        while (!known.keySet().containsAll(wanted.keySet())) {
            List<Identity> missing = wanted.values().stream()
                    .filter(identity -> !known.containsKey(identity.key()))
                    .toList();
            create(missing, said);
            known.putAll(read(missing));
        }
        Map<Identity, Found> found = new HashMap<>();
        List<UpdateOneModel<Document>> names = new ArrayList<>();
        said.forEach((identity, on) -> {
            Subject subject = Objects.requireNonNull(known.get(identity.key()));
            found.put(identity, new Found(subject.id(), !subject.isCalled(identity.name())));
            Subject.Named called = subject.called(identity.name());
            if (called == null) {
                names.add(newName(subject, identity.name(), on));
            } else if (on.isAfter(called.last())) {
                names.add(calledOn(subject, called.name(), on));
            }
        });
        if (!names.isEmpty()) {
            collection().bulkWrite(names, new BulkWriteOptions().ordered(false));
        }
        return found;
    }

    @Nullable
    Subject find(String id) {
        Document found = collection().find(eq("_id", id)).first();
        return found == null ? null : subject(found);
    }

    /** The {@link Identity#key()} of a subject. */
    public @Nullable String key(String id) {
        Document found = collection().find(eq("_id", id)).first();
        if (found == null) {
            return null;
        }
        String code = found.getString(CODE);
        return code != null ? code : new PersonDocument(kind(found.getString("documentKind")), openNumber(found)).key();
    }

    private static DocumentKind kind(String code) {
        return DocumentKind.all().stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private String openNumber(Document subject) {
        return cipher.open(subject.getString(NUMBER), "subject", NUMBER, subject.getString("_id"));
    }

    /** A person's number in the open; to be asked only where the look is logged, or where it does not leave. */
    public @Nullable String number(String id) {
        Document found = collection().find(eq("_id", id)).first();
        return found == null || !found.containsKey(NUMBER) ? null : openNumber(found);
    }

    private Map<String, Subject> read(Collection<? extends Identity> identities) {
        Map<String, String> keyByMark = new HashMap<>();
        Set<String> codes = new LinkedHashSet<>();
        Set<String> macs = new LinkedHashSet<>();
        for (Identity identity : identities) {
            switch (identity) {
                case Identity.Organisation(String code, String _) -> {
                    codes.add(code);
                    keyByMark.put(code, code);
                }
                case Identity.Person person ->
                    indexKeys.of(person.key()).forEach(entry -> {
                        macs.add(entry.mac());
                        keyByMark.put(entry.mac(), person.key());
                    });
            }
        }
        Map<String, Subject> subjects = new HashMap<>();
        if (!keyByMark.isEmpty()) {
            collection()
                    .find(byMarks(codes, macs))
                    .forEach(document -> marks(document).stream()
                            .filter(keyByMark::containsKey)
                            .forEach(mark -> subjects.put(keyByMark.get(mark), subject(document))));
        }
        return subjects;
    }

    /** Both sides have an index of their own, which serves a union. */
    static Bson byMarks(Collection<String> codes, Collection<String> macs) {
        if (codes.isEmpty()) {
            return in(MAC, macs);
        }
        return macs.isEmpty() ? in(CODE, codes) : or(in(CODE, codes), in(MAC, macs));
    }

    private static List<String> marks(Document document) {
        String code = document.getString(CODE);
        return code != null
                ? List.of(code)
                : document.getList("index", Document.class).stream()
                        .map(entry -> entry.getString("mac"))
                        .toList();
    }

    /** Who loses a race is found by the next look. */
    private void create(List<Identity> identities, Map<Identity, LocalDate> said) {
        UniqueKeys.insert(
                collection(),
                identities.stream()
                        .map(identity -> document(identity, Objects.requireNonNull(said.get(identity))))
                        .toList());
    }

    private Document document(Identity identity, LocalDate on) {
        String id = UUID.randomUUID().toString();
        var document = new Document("_id", id).append("kind", identity.kind().name());
        switch (identity) {
            case Identity.Organisation(String code, String _) -> document.append(CODE, code);
            case Identity.Person person ->
                document.append(
                                "index",
                                indexKeys.of(person.key()).stream()
                                        .map(entry -> new Document("kid", entry.kid()).append("mac", entry.mac()))
                                        .toList())
                        .append("documentKind", person.document().kind().code())
                        .append(NUMBER, cipher.seal(person.document().number(), "subject", NUMBER, id));
        }
        return document.append("names", List.of(named(identity.kind(), id, identity.name(), on)));
    }

    private UpdateOneModel<Document> newName(Subject subject, String name, LocalDate on) {
        return new UpdateOneModel<>(
                and(eq("_id", subject.id()), nin("names." + mark(subject.kind()), marks(subject, name))),
                Updates.push("names", named(subject.kind(), subject.id(), name, on)));
    }

    private UpdateOneModel<Document> calledOn(Subject subject, String name, LocalDate on) {
        return new UpdateOneModel<>(
                and(eq("_id", subject.id()), in("names." + mark(subject.kind()), marks(subject, name))),
                Updates.max("names.$.last", on.toString()));
    }

    /** By which a name is found among those of its subject. */
    private static String mark(SubjectKind kind) {
        return kind == SubjectKind.ORGANISATION ? NAME : PRINT;
    }

    private List<String> marks(Subject subject, String name) {
        return subject.kind() == SubjectKind.ORGANISATION
                ? List.of(name)
                : indexKeys.keyedFingerprints(subject.id() + '|' + name);
    }

    /** An organisation's name is public. A person's is sealed, beside a print by which it is not kept twice. */
    private Document named(SubjectKind kind, String id, String name, LocalDate on) {
        Document named = kind == SubjectKind.ORGANISATION
                ? new Document(NAME, name)
                : new Document(SEALED_NAME, cipher.seal(name, "subject", NAME, id))
                        .append(PRINT, indexKeys.keyedFingerprint(id + '|' + name));
        return named.append("last", on.toString());
    }

    private Subject subject(Document document) {
        String id = document.getString("_id");
        return new Subject(
                id,
                SubjectKind.valueOf(document.getString("kind")),
                document.getString(CODE),
                document.getString("documentKind"),
                document.getList("names", Document.class).stream()
                        .map(named -> new Subject.Named(name(id, named), LocalDate.parse(named.getString("last"))))
                        .toList());
    }

    private String name(String id, Document named) {
        String sealed = named.getString(SEALED_NAME);
        return sealed == null ? named.getString(NAME) : cipher.open(sealed, "subject", NAME, id);
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
