package org.jointcredit.disclosure.register;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Which rebuild of the register goes on, if any, and how far it is: one at a time, under a lease that a killed one loses.
 */
@Component
class RebuildStore {
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final String COLLECTION = "rebuilds";
    private static final String ID = "register";
    private static final String NUMBER = "number";
    private static final String STATE = "state";
    private static final String UNTIL = "until";
    private static final String READ = "read";

    private final MongoTemplate mongo;
    private final Clock clock;

    RebuildStore(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    enum State {
        RUNNING,
        /** It was killed; it can be started again. */
        INTERRUPTED,
        FAILED,
        DONE
    }

    /** @param read events read so far, by topic */
    record Progress(
            long number,
            State state,
            Instant startedAt,
            @Nullable Instant endedAt,
            SortedMap<String, Integer> read) {}

    /** What is told now belongs to this one. */
    Run going() {
        Document last = documents().find(eq("_id", ID)).first();
        return last != null && State.RUNNING.name().equals(last.getString(STATE))
                ? new Run(last.getLong(NUMBER), false)
                : new Run(0, false);
    }

    /** The number of a new rebuild; none while another one goes on. */
    OptionalLong begin() {
        Date now = Date.from(clock.instant());
        var begun = Updates.combine(
                Updates.inc(NUMBER, 1L),
                Updates.set(STATE, State.RUNNING.name()),
                Updates.set("startedAt", now),
                Updates.unset("endedAt"),
                Updates.set(READ, new Document()),
                Updates.set(UNTIL, lease()));
        try {
            Document document = documents()
                    .findOneAndUpdate(
                            and(eq("_id", ID), or(ne(STATE, State.RUNNING.name()), lt(UNTIL, now))),
                            begun,
                            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
            return document == null ? OptionalLong.empty() : OptionalLong.of(document.getLong(NUMBER));
        } catch (MongoCommandException e) {
            if (ErrorCategory.fromErrorCode(e.getErrorCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return OptionalLong.empty();
        }
    }

    /** Whether it is still this one that goes on; it has its lease for another while then. */
    boolean reached(long number, String topic, int events) {
        return change(number, Updates.combine(Updates.inc(READ + '.' + topic, events), Updates.set(UNTIL, lease())));
    }

    boolean end(long number, State state) {
        return change(
                number,
                Updates.combine(Updates.set(STATE, state.name()), Updates.set("endedAt", Date.from(clock.instant()))));
    }

    private boolean change(long number, Bson change) {
        return documents()
                        .updateOne(and(eq("_id", ID), eq(NUMBER, number), eq(STATE, State.RUNNING.name())), change)
                        .getMatchedCount()
                == 1;
    }

    @Nullable
    Progress progress() {
        Document last = documents().find(eq("_id", ID)).first();
        if (last == null) {
            return null;
        }
        State state = State.valueOf(last.getString(STATE));
        boolean lost = state == State.RUNNING && last.getDate(UNTIL).toInstant().isBefore(clock.instant());
        SortedMap<String, Integer> read = new TreeMap<>();
        last.get(READ, Document.class).forEach((topic, events) -> read.put(topic, ((Number) events).intValue()));
        Date ended = last.getDate("endedAt");
        return new Progress(
                last.getLong(NUMBER),
                lost ? State.INTERRUPTED : state,
                last.getDate("startedAt").toInstant(),
                ended == null ? null : ended.toInstant(),
                read);
    }

    private Date lease() {
        return Date.from(clock.instant().plus(LEASE));
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
