package org.jointcredit.objection.notice;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.FeedbackRecorded;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.platform.mongo.UniqueKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps what is known of actions and notices, what the action says of a notice apart from what its agency reported:
 * each has its own sequence. What is not newer changes nothing, so facts may come in any order and twice.
 */
@Component
public final class NoticeStore {
    static final String ACTIONS = "actions";
    static final String NOTICES = "notices";
    static final String LISTING = "listing";
    private static final String SEQ = "seq";
    private static final String LAW = "law";
    private static final String LAST = "last";
    private static final String REPORTS = "reports";

    private final MongoTemplate mongo;

    NoticeStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public Optional<KnownNotice> find(String id) {
        return Optional.ofNullable(notices().find(eq("_id", id)).first()).map(NoticeStore::notice);
    }

    /** The actions that listings have set off. */
    public List<KnownAction> actionsOf(Collection<String> listings) {
        List<KnownAction> found = new ArrayList<>();
        actions().find(of(listings)).map(NoticeStore::action).into(found);
        return found;
    }

    /** The notices that listings have set off. */
    public List<KnownNotice> noticesOf(Collection<String> listings) {
        List<KnownNotice> found = new ArrayList<>();
        notices().find(of(listings)).map(NoticeStore::notice).into(found);
        return found;
    }

    static Bson of(Collection<String> listings) {
        return in(LISTING, listings);
    }

    /** @return the action as it is known now */
    KnownAction changed(ActionChanged told, long seq, Instant moment) {
        Document before = actions().find(eq("_id", told.action())).first();
        KnownAction known =
                before == null ? new KnownAction(told.action(), told.listing(), List.of(), 0) : action(before);
        if (seq <= known.seq()) {
            return known;
        }
        // the notices first: should this end between the two, the event comes again and finds the action as it was
        putNotices(told, seq);
        KnownAction now = known.told(told.holds(), seq, moment);
        try {
            actions()
                    .replaceOne(
                            and(eq("_id", now.id()), eq(SEQ, known.seq())),
                            document(now),
                            new ReplaceOptions().upsert(true));
            return now;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) { // told meanwhile by somebody else
                return changed(told, seq, moment);
            }
            throw e;
        }
    }

    private void putNotices(ActionChanged told, long seq) {
        var writes = told.notices().stream()
                .map(notice -> new UpdateOneModel<Document>(
                        and(eq("_id", notice.id()), notNewer(LAW, seq)),
                        Updates.combine(
                                identity(
                                        told.action(),
                                        told.listing(),
                                        notice.measure(),
                                        notice.agency(),
                                        notice.subject()),
                                Updates.set(LAW, state(seq, notice.legal(), notice.owes()))),
                        new UpdateOptions().upsert(true)))
                .toList();
        if (writes.isEmpty()) {
            return;
        }
        UniqueKeys.write(notices(), writes); // where a key is taken, something newer is there
    }

    void report(FeedbackRecorded told, long seq) {
        Bson identity = identity(told.action(), told.listing(), told.measure(), told.agency(), told.subject());
        notices().updateOne(eq("_id", told.notice()), identity, new UpdateOptions().upsert(true));
        notices()
                .updateOne(
                        and(eq("_id", told.notice()), ne(REPORTS + "." + SEQ, seq)),
                        Updates.push(
                                REPORTS,
                                new Document(SEQ, seq)
                                        .append("report", told.report().name())
                                        .append("at", Date.from(told.at()))));
        notices()
                .updateOne(
                        and(eq("_id", told.notice()), notNewer(LAST, seq)),
                        Updates.set(LAST, state(seq, told.legal(), told.owes())));
    }

    private static Bson notNewer(String part, long seq) {
        return or(exists(part, false), lt(part + "." + SEQ, seq));
    }

    private static Bson identity(String action, String listing, String measure, String agency, String subject) {
        return Updates.combine(
                Updates.set("action", action),
                Updates.set(LISTING, listing),
                Updates.set("measure", measure),
                Updates.set("agency", agency),
                Updates.set("subject", subject));
    }

    private static Document state(long seq, Legal legal, Owes owes) {
        return new Document(SEQ, seq).append("legal", legal.name()).append("owes", owes.name());
    }

    private static Document document(KnownAction action) {
        return new Document("_id", action.id())
                .append(LISTING, action.listing())
                .append(SEQ, action.seq())
                .append(
                        "holds",
                        action.holds().stream()
                                .map(hold -> new Document("owner", hold.owner())
                                        .append("since", Date.from(hold.since()))
                                        .append("endedAt", hold.endedAt() == null ? null : Date.from(hold.endedAt())))
                                .toList());
    }

    private static KnownAction action(Document document) {
        return new KnownAction(
                document.getString("_id"),
                document.getString(LISTING),
                document.getList("holds", Document.class).stream()
                        .map(hold -> new KnownHold(
                                hold.getString("owner"),
                                instant(hold, "since"),
                                instantOrNull(hold.getDate("endedAt"))))
                        .toList(),
                document.get(SEQ, Number.class).longValue());
    }

    /**
     * What is owed follows from the law and all reports: where the last report was told under the law that holds now,
     * it says what is owed even if the action's word is later.
     */
    private static KnownNotice notice(Document document) {
        Document law = document.get(LAW, Document.class);
        Document last = document.get(LAST, Document.class);
        Document state = law == null
                ? Objects.requireNonNull(last)
                : last != null && last.getString("legal").equals(law.getString("legal")) ? last : law;
        return new KnownNotice(
                document.getString("_id"),
                document.getString("action"),
                document.getString(LISTING),
                document.getString("measure"),
                document.getString("agency"),
                document.getString("subject"),
                Legal.valueOf(state.getString("legal")),
                Owes.valueOf(state.getString("owes")),
                document.getList(REPORTS, Document.class, List.of()).stream()
                        .map(report -> new KnownReport(
                                report.get(SEQ, Number.class).longValue(),
                                AgencyState.valueOf(report.getString("report")),
                                instant(report, "at")))
                        .sorted(Comparator.comparingLong(KnownReport::seq))
                        .toList());
    }

    private static Instant instant(Document document, String field) {
        return Objects.requireNonNull(document.getDate(field)).toInstant();
    }

    private static @Nullable Instant instantOrNull(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private MongoCollection<Document> actions() {
        return mongo.getCollection(ACTIONS);
    }

    private MongoCollection<Document> notices() {
        return mongo.getCollection(NOTICES);
    }
}
