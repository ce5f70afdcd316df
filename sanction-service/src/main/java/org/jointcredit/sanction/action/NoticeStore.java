package org.jointcredit.sanction.action;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.type;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.Force;
import org.jointcredit.contract.event.Hold;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.MeasureKind;
import org.jointcredit.contract.event.Nature;
import org.jointcredit.contract.event.NoticeFlag;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Dispatch;
import org.jointcredit.platform.eventing.Journal;
import org.jointcredit.platform.eventing.JournalEntry;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.platform.mongo.WriteConflicts;
import org.jointcredit.platform.web.PageOf;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps notices. Dates are stored as text, so that no zone moves them. */
@Component
public class NoticeStore {

    static final String COLLECTION = "notices";
    /** The driver's own batches are of 16 MB, and many times that as documents in memory. */
    private static final int BATCH = 500;

    private final MongoTemplate mongo;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final NoticeWatch watch;

    NoticeStore(MongoTemplate mongo, Journal journal, TransactionTemplate transactions, NoticeWatch watch) {
        this.mongo = mongo;
        this.journal = journal;
        this.transactions = transactions;
        this.watch = watch;
    }

    /** A notice with everything that happened to it. */
    public record Told(Notice notice, List<JournalEntry> journal) {}

    public @Nullable Told find(String id, Scope scope) {
        Document found = mongo.getCollection(COLLECTION)
                .find(and(eq("_id", id), scope.filter()))
                .first();
        return found == null ? null : new Told(read(found), Journal.of(found));
    }

    public PageOf<Notice> search(Bson criteria, Scope scope, PageRequest page) {
        return PageOf.find(
                mongo.getCollection(COLLECTION),
                and(scope.filter(), criteria),
                Projections.exclude("journal", "commands"),
                page,
                NoticeStore::read);
    }

    /** All of a list, one by one in its order, for those who take it with them. */
    public void each(Bson criteria, Scope scope, Sort sort, int most, Consumer<Notice> reader) {
        mongo.getCollection(COLLECTION)
                .find(and(scope.filter(), criteria))
                .projection(Projections.exclude("journal", "commands"))
                .sort(PageOf.order(sort))
                .limit(most)
                .batchSize(BATCH)
                .forEach(found -> reader.accept(read(found)));
    }

    /** The action that a notice belongs to. */
    Optional<String> actionOf(String notice) {
        return Optional.ofNullable(mongo.getCollection(COLLECTION)
                        .find(eq("_id", notice))
                        .projection(Projections.include("action"))
                        .first())
                .map(found -> found.getString("action"));
    }

    List<Notice> ofAction(String action, Scope scope, int most) {
        return mongo.getCollection(COLLECTION)
                .find(and(eq("action", action), scope.filter()))
                .projection(Projections.exclude("journal", "commands"))
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .map(NoticeStore::read)
                .into(new ArrayList<>());
    }

    /** The notices of some actions, without their journals. */
    Map<String, Map<String, Notice>> ofActions(Collection<String> actions) {
        Map<String, Map<String, Notice>> byAction = new HashMap<>();
        mongo.execute(COLLECTION, notices -> {
            notices.find(in("action", actions))
                    .projection(Projections.exclude("journal"))
                    .forEach(found -> byAction.computeIfAbsent(found.getString("action"), _ -> new HashMap<>())
                            .put(found.getString("_id"), read(found)));
            return null;
        });
        return byAction;
    }

    /** A notice with the commands and messages that were already applied to it. */
    public record Reported(Notice notice, Map<String, Command> commands) {}

    /**
     * A command or message, kept so that its repeat is known.
     *
     * @param key who sent it, and its id or idempotency key
     * @param fingerprint of its body
     * @param answer what was answered, as JSON; null: nothing
     */
    public record Command(
            String key, String fingerprint, @Nullable String answer) {}

    /** Notices that agencies report of, whosever they are: whether they may is the reader's to judge. */
    public Map<String, Reported> forReports(Collection<String> ids) {
        Map<String, Reported> found = new HashMap<>();
        mongo.getCollection(COLLECTION)
                .find(in("_id", ids))
                .projection(Projections.exclude("journal"))
                .forEach(document ->
                        found.put(document.getString("_id"), new Reported(read(document), commands(document))));
        return found;
    }

    /** Notices of whose deadline something is to be said, the oldest first. */
    public List<Notice> alertsDue(LocalDate today, int most) {
        return mongo.getCollection(COLLECTION)
                .find(toAlert(today))
                .projection(Projections.exclude("journal", "commands"))
                .sort(Sorts.ascending("alertOn", "_id"))
                .limit(most)
                .map(NoticeStore::read)
                .into(new ArrayList<>());
    }

    static Bson toAlert(LocalDate today) {
        return and(type("alertOn", BsonType.STRING), lte("alertOn", today.toString()));
    }

    /** Nothing is said of these: their deadline is over and nobody is called late for it. */
    public void leaveUnsaid(Collection<Notice> silent) {
        for (Notice notice : silent) {
            mongo.getCollection(COLLECTION).updateOne(unchanged(notice), Updates.set("alertOn", null));
        }
    }

    /** Notices with an open deadline that was counted with one of these calendars. */
    public List<Notice> countedWith(List<String> calendars, int most) {
        return mongo.getCollection(COLLECTION)
                .find(openBy(calendars))
                .projection(Projections.exclude("journal", "commands"))
                .limit(most)
                .map(NoticeStore::read)
                .into(new ArrayList<>());
    }

    static Bson openBy(List<String> calendars) {
        return and(type("dueNow", BsonType.STRING), in("due.calendar", calendars));
    }

    private static Map<String, Command> commands(Document document) {
        return document.getList("commands", Document.class, List.of()).stream()
                .map(command -> new Command(
                        command.getString("key"), command.getString("fingerprint"), command.getString("answer")))
                .collect(Collectors.toMap(Command::key, Function.identity()));
    }

    /**
     * Writes new and changed notices of several actions in one bulk, within the caller's transaction.
     *
     * @return what of it is new and is sent by the caller after its commit
     * @throws OptimisticLockingFailureException if one of them is no longer what it was read as
     */
    List<Dispatch> write(Map<String, List<NoticeChange>> changes, Map<String, Cause> causes) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        List<Dispatch> dispatches = new ArrayList<>();
        changes.forEach((action, moves) -> {
            Cause cause = Objects.requireNonNull(causes.get(action));
            for (NoticeChange change : moves) {
                Notice notice = change.notice();
                if (notice.seq() == 0) {
                    Document document = document(notice);
                    dispatches.add(journal.open(document, journal.number(0, cause, change.steps())));
                    writes.add(new InsertOneModel<>(document));
                } else {
                    writes.add(new UpdateOneModel<>(unchanged(notice), update(notice, cause, change.steps())));
                }
            }
        });
        bulk(writes, writes.size() - dispatches.size());
        watch.changed(changes.values().stream().flatMap(List::stream).toList());
        return dispatches;
    }

    private void bulk(List<WriteModel<Document>> writes, int updates) {
        if (writes.isEmpty()) {
            return;
        }
        mongo.execute(COLLECTION, notices -> {
            var result = notices.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            if (result.getMatchedCount() != updates) {
                throw new OptimisticLockingFailureException("a notice was changed at the same moment");
            }
            return null;
        });
    }

    /** What a report makes of a notice, and the command that led to it. */
    public record Recorded(
            NoticeChange change, Cause cause, @Nullable Command command) {

        public Notice notice() {
            return change.notice();
        }

        public Recorded by(Command given) {
            return new Recorded(change, cause, given);
        }
    }

    /**
     * Writes what agencies reported, all of it or nothing.
     *
     * @throws OptimisticLockingFailureException if one of the notices is no longer what it was read as, or is being
     *     written by somebody else
     */
    public void record(Collection<Recorded> reports) {
        List<WriteModel<Document>> writes = reports.stream()
                .<WriteModel<Document>>map(
                        report -> new UpdateOneModel<>(unchanged(report.notice()), Updates.combine(recorded(report))))
                .toList();
        try {
            transactions.executeWithoutResult(_ -> {
                bulk(writes, writes.size());
                watch.changed(reports.stream().map(Recorded::change).toList());
            });
        } catch (RuntimeException e) {
            throw WriteConflicts.is(e) ? new OptimisticLockingFailureException("a notice is being changed", e) : e;
        }
    }

    /** Whether somebody else wrote one of the notices, or their action, at the same moment. */
    static boolean isRace(RuntimeException failure) {
        return failure instanceof OptimisticLockingFailureException || WriteConflicts.is(failure);
    }

    /** Goes through all notices as they are under the session's snapshot, without their journals. */
    public void each(ClientSession snapshot, Consumer<Notice> reader) {
        mongo.getCollection(COLLECTION)
                .find(snapshot)
                .projection(Projections.exclude("journal", "commands"))
                .batchSize(BATCH)
                .forEach(found -> reader.accept(read(found)));
    }

    private List<Bson> recorded(Recorded report) {
        List<Bson> parts = new ArrayList<>();
        parts.add(update(report.notice(), report.cause(), report.change().steps()));
        Command command = report.command();
        if (command != null) {
            parts.add(Updates.push(
                    "commands",
                    new Document("key", command.key())
                            .append("fingerprint", command.fingerprint())
                            .append("answer", command.answer())));
        }
        return parts;
    }

    private static Bson unchanged(Notice notice) {
        return and(eq("_id", notice.id()), eq(Journal.SEQ, notice.seq()));
    }

    private Bson update(Notice notice, Cause cause, List<Step> steps) {
        List<Bson> parts = new ArrayList<>();
        state(notice).forEach((name, value) -> parts.add(Updates.set(name, value)));
        parts.add(journal.append(journal.number(notice.seq(), cause, steps)));
        return Updates.combine(parts);
    }

    private static Document document(Notice notice) {
        var origin = notice.origin();
        var imposed = notice.imposed();
        var subject = imposed.subject();
        var document = new Document("_id", notice.id())
                .append("action", origin.action())
                .append("listing", origin.listing())
                .append("listingNumber", origin.listingNumber())
                .append("listType", origin.listType())
                .append("listClass", origin.listClass().name())
                .append("department", origin.department())
                .append("rule", origin.rule())
                .append("lawVersion", origin.lawVersion())
                .append("measure", imposed.measure())
                .append("text", imposed.text())
                .append("basis", imposed.basis())
                .append("kind", imposed.kind().name())
                .append("force", imposed.force().name())
                .append("nature", imposed.nature().name())
                .append("agency", imposed.agency())
                .append(
                        "subject",
                        new Document("id", subject.id())
                                .append("kind", subject.kind().name())
                                .append("code", subject.code())
                                .append("name", subject.name()));
        document.putAll(state(notice));
        return document;
    }

    /** What changes in a notice's life. */
    private static Document state(Notice notice) {
        var standing = notice.standing();
        var record = notice.record();
        var term = standing.term();
        return new Document("legal", standing.legal().name())
                .append("legalSince", Date.from(standing.since()))
                .append(
                        "holds",
                        standing.holds().stream().map(NoticeStore::hold).toList())
                .append("issuedAt", standing.issuedAt() == null ? null : Date.from(standing.issuedAt()))
                .append(
                        "term",
                        term == null
                                ? null
                                : new Document("receive", due(term.receive())).append("execute", due(term.execute())))
                .append(
                        "suspensions",
                        standing.suspensions().stream()
                                .map(over -> new Document("from", Date.from(over.from()))
                                        .append("until", Date.from(over.until())))
                                .toList())
                .append("agencyState", record.state().name())
                .append("applied", record.applied())
                .append("outstanding", record.outstanding())
                .append("everExecuted", record.everExecuted())
                .append("receivedAt", record.receivedAt() == null ? null : Date.from(record.receivedAt()))
                .append("executedAt", record.executedAt() == null ? null : Date.from(record.executedAt()))
                .append("owes", notice.owes().name())
                .append("due", notice.due() == null ? null : due(notice.due()))
                .append("dueNow", text(notice.dueNow()))
                .append("reminded", said(notice.alerts().reminded()))
                .append("overdue", said(notice.alerts().overdue()))
                .append("alert", alert(notice))
                .append("alertOn", text(notice.alertOn()))
                .append(
                        "flags",
                        notice.flags().stream().map(Enum::name).sorted().toList());
    }

    static Notice read(Document document) {
        var subject = document.get("subject", Document.class);
        var term = document.get("term", Document.class);
        var due = document.get("due", Document.class);
        return new Notice(
                document.getString("_id"),
                document.get(Journal.SEQ, Number.class).longValue(),
                new Notice.Origin(
                        document.getString("action"),
                        document.getString("listing"),
                        document.getString("listingNumber"),
                        document.getString("listType"),
                        ListClass.valueOf(document.getString("listClass")),
                        document.getString("department"),
                        document.getString("rule"),
                        document.getString("lawVersion")),
                new Notice.Imposed(
                        document.getString("measure"),
                        document.getString("text"),
                        document.getString("basis"),
                        MeasureKind.valueOf(document.getString("kind")),
                        Force.valueOf(document.getString("force")),
                        Nature.valueOf(document.getString("nature")),
                        document.getString("agency"),
                        new Notice.Subject(
                                subject.getString("id"),
                                SubjectKind.valueOf(subject.getString("kind")),
                                subject.getString("code"),
                                subject.getString("name"))),
                new Standing(
                        Legal.valueOf(document.getString("legal")),
                        document.getDate("legalSince").toInstant(),
                        document.getList("holds", Document.class).stream()
                                .map(NoticeStore::hold)
                                .toList(),
                        instant(document, "issuedAt"),
                        term == null
                                ? null
                                : new Standing.Term(
                                        due(term.get("receive", Document.class)),
                                        due(term.get("execute", Document.class))),
                        document.getList("suspensions", Document.class).stream()
                                .map(over -> new Standing.Suspension(
                                        over.getDate("from").toInstant(),
                                        over.getDate("until").toInstant()))
                                .toList()),
                new AgencyRecord(
                        AgencyState.valueOf(document.getString("agencyState")),
                        document.getBoolean("applied"),
                        document.getBoolean("outstanding"),
                        document.getBoolean("everExecuted"),
                        instant(document, "receivedAt"),
                        instant(document, "executedAt")),
                flags(document),
                due == null ? null : due(due),
                new Alerts(
                        said(document.get("reminded", Document.class)), said(document.get("overdue", Document.class))));
    }

    private static Document due(Due due) {
        return new Document("date", due.date().toString())
                .append("from", due.from().toString())
                .append("calendar", due.calendar())
                .append("provisional", due.provisional())
                .append("remindOn", text(due.remindOn()))
                .append("before", text(due.before()));
    }

    private static Due due(Document due) {
        return new Due(
                LocalDate.parse(due.getString("date")),
                LocalDate.parse(due.getString("from")),
                due.getString("calendar"),
                due.getBoolean("provisional"),
                day(due, "remindOn"),
                day(due, "before"));
    }

    private static @Nullable Document said(Alerts.@Nullable Said said) {
        return said == null ? null : new Document("due", said.due().toString()).append("at", Date.from(said.at()));
    }

    private static Alerts.@Nullable Said said(@Nullable Document said) {
        return said == null
                ? null
                : new Alerts.Said(
                        LocalDate.parse(said.getString("due")),
                        said.getDate("at").toInstant());
    }

    /** The last that was said of the deadline that runs now. */
    private static @Nullable String alert(Notice notice) {
        return Stream.of(Alert.OVERDUE, Alert.REMINDED)
                .filter(kind -> notice.alertedAt(kind) != null)
                .map(Alert::name)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(Document document, String field) {
        String day = document.getString(field);
        return day == null ? null : LocalDate.parse(day);
    }

    private static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }

    private static Set<NoticeFlag> flags(Document document) {
        return document.getList("flags", String.class).stream()
                .map(NoticeFlag::valueOf)
                .collect(Collectors.toSet());
    }

    static Document hold(Hold hold) {
        return new Document("owner", hold.owner())
                .append("reason", hold.reason())
                .append("since", Date.from(hold.since()));
    }

    static Hold hold(Document hold) {
        return new Hold(
                hold.getString("owner"),
                hold.getString("reason"),
                Objects.requireNonNull(hold.getDate("since")).toInstant());
    }
}
