package org.jointcredit.disclosure.accesslog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.platform.web.PageOf;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Keeps the log. An entry is added and read, never changed; its number is its id, so that two writers never tie two. */
@Component
final class AccessLogStore {
    static final String COLLECTION = "accesses";
    static final String AT = "at";
    static final String KIND = "kind";
    static final String SUBJECT = "subject";
    static final String DEPARTMENT = "department";
    static final String REQUEST = "request";
    private static final Bson EVERYTHING = Filters.empty();

    private final MongoTemplate mongo;

    AccessLogStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Nullable
    LogEntry last() {
        Document found =
                collection().find().sort(Sorts.descending("_id")).limit(1).first();
        return found == null ? null : entry(found);
    }

    /**
     * Writes entries in their order; returns when they are durable.
     *
     * @return how many were written before another instance was found to have taken the next number
     */
    int append(List<LogEntry> entries) {
        try {
            collection()
                    .insertMany(entries.stream().map(AccessLogStore::document).toList());
            return entries.size();
        } catch (MongoBulkWriteException e) {
            boolean onlyTaken = e.getWriteConcernError() == null
                    && e.getWriteErrors().size() == 1
                    && e.getWriteErrors().getFirst().getCategory() == ErrorCategory.DUPLICATE_KEY;
            if (!onlyTaken) {
                throw e;
            }
            return e.getWriteErrors().getFirst().getIndex();
        }
    }

    PageOf<LogEntry> page(@Nullable LookKind kind, Scope scope, PageRequest asked) {
        return PageOf.find(collection(), filter(kind, scope), EVERYTHING, asked, AccessLogStore::entry);
    }

    Optional<LogEntry> first(String request) {
        return Optional.ofNullable(collection()
                        .find(of(request))
                        .sort(Sorts.ascending("_id"))
                        .first())
                .map(AccessLogStore::entry);
    }

    static Bson of(String request) {
        return eq(REQUEST, request);
    }

    static Bson filter(@Nullable LookKind kind, Scope scope) {
        return kind == null ? scope.filter() : and(eq(KIND, kind.name()), scope.filter());
    }

    /** The next entries after a number, in their order. */
    List<LogEntry> after(long number, int most) {
        return collection()
                .find(gt("_id", number))
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .map(AccessLogStore::entry)
                .into(new ArrayList<>());
    }

    private static Document document(LogEntry entry) {
        Look look = entry.look();
        var document = new Document("_id", entry.number())
                .append(AT, Date.from(entry.at()))
                .append(KIND, look.kind().name())
                .append("officer", look.asker().officer())
                .append("username", look.asker().username())
                .append(DEPARTMENT, look.asker().department())
                .append("system", look.asker().system())
                .append(REQUEST, look.request())
                .append("records", look.records())
                .append("previous", entry.previous())
                .append("seal", entry.seal());
        putIfSaid(document, SUBJECT, look.subject());
        putIfSaid(document, "purpose", look.purpose());
        putIfSaid(document, "matter", look.matter());
        return document;
    }

    private static void putIfSaid(Document document, String name, @Nullable String value) {
        if (value != null) {
            document.append(name, value);
        }
    }

    private static LogEntry entry(Document document) {
        var asker = new Asker(
                document.getString("officer"),
                document.getString("username"),
                document.getString(DEPARTMENT),
                document.getString("system"));
        var look = new Look(
                LookKind.valueOf(document.getString(KIND)),
                asker,
                document.getString(SUBJECT),
                document.getString("purpose"),
                document.getString("matter"),
                document.getString(REQUEST),
                document.getInteger("records"));
        return new LogEntry(
                document.getLong("_id"),
                document.getDate(AT).toInstant(),
                look,
                document.getString("previous"),
                document.getString("seal"));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
