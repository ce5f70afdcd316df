package org.jointcredit.disclosure.accesslog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.time.BusinessClock;
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
    private static final String WHY = "why";
    private static final String SEALED_TYPE = "access";
    private static final Document DAY = new Document(
            "$dateToString",
            new Document("date", "$" + AT).append("format", "%Y-%m-%d").append("timezone", BusinessClock.ZONE.getId()));
    private static final Bson EVERYTHING = Filters.empty();

    private final MongoTemplate mongo;
    private final FieldCipher cipher;

    AccessLogStore(MongoTemplate mongo, FieldCipher cipher) {
        this.mongo = mongo;
        this.cipher = cipher;
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
            collection().insertMany(entries.stream().map(this::document).toList());
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

    /**
     * What of the log is asked for; a part that is absent asks for all.
     *
     * @param from first day
     * @param to last day
     */
    record Wanted(
            @Nullable LookKind kind,
            @Nullable String department,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        static final Wanted ALL = of(null);

        static Wanted of(@Nullable LookKind kind) {
            return new Wanted(kind, null, null, null);
        }
    }

    PageOf<LogEntry> page(Wanted wanted, Scope scope, PageRequest asked) {
        return PageOf.find(collection(), filter(wanted, scope), EVERYTHING, asked, this::entry);
    }

    Optional<LogEntry> first(String request) {
        return Optional.ofNullable(collection()
                        .find(of(request))
                        .sort(Sorts.ascending("_id"))
                        .first())
                .map(this::entry);
    }

    static Bson of(String request) {
        return eq(REQUEST, request);
    }

    static Bson filter(Wanted wanted, Scope scope) {
        List<Bson> filters = new ArrayList<>(List.of(scope.filter()));
        if (wanted.kind() != null) {
            filters.add(eq(KIND, wanted.kind().name()));
        }
        if (wanted.department() != null) {
            filters.add(eq(DEPARTMENT, wanted.department()));
        }
        if (wanted.from() != null) {
            filters.add(gte(AT, start(wanted.from())));
        }
        if (wanted.to() != null) {
            filters.add(lt(AT, start(wanted.to().plusDays(1))));
        }
        return and(filters);
    }

    /** Days without a look are left out. */
    List<LooksOfDay> counts(Scope scope, LocalDate from, LocalDate to) {
        return collection()
                .aggregate(List.of(
                        Aggregates.match(between(scope, from, to)),
                        Aggregates.group(
                                new Document("day", DAY)
                                        .append(KIND, "$" + KIND)
                                        .append(DEPARTMENT, "$" + DEPARTMENT),
                                Accumulators.sum("looks", 1L)),
                        Aggregates.sort(Sorts.ascending("_id"))))
                .map(AccessLogStore::looks)
                .into(new ArrayList<>());
    }

    static Bson between(Scope scope, LocalDate from, LocalDate to) {
        return and(scope.filter(), gte(AT, start(from)), lt(AT, start(to.plusDays(1))));
    }

    private static Date start(LocalDate day) {
        return Date.from(day.atStartOfDay(BusinessClock.ZONE).toInstant());
    }

    private static LooksOfDay looks(Document counted) {
        Document of = counted.get("_id", Document.class);
        return new LooksOfDay(
                LocalDate.parse(of.getString("day")),
                LookKind.valueOf(of.getString(KIND)),
                of.getString(DEPARTMENT),
                counted.getLong("looks"));
    }

    /** The next entries after a number, in their order. */
    List<LogEntry> after(long number, int most) {
        return collection()
                .find(gt("_id", number))
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .map(this::entry)
                .into(new ArrayList<>());
    }

    private Document document(LogEntry entry) {
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
        putIfSaid(
                document,
                WHY,
                look.why() == null ? null : cipher.seal(look.why(), SEALED_TYPE, WHY, Long.toString(entry.number())));
        return document;
    }

    private static void putIfSaid(Document document, String name, @Nullable String value) {
        if (value != null) {
            document.append(name, value);
        }
    }

    private LogEntry entry(Document document) {
        String why = document.getString(WHY);
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
                document.getInteger("records"),
                why == null ? null : cipher.open(why, SEALED_TYPE, WHY, Long.toString(document.getLong("_id"))));
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
