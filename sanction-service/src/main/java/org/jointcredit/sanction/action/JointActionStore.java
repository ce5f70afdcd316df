package org.jointcredit.sanction.action;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Dispatch;
import org.jointcredit.platform.eventing.Journal;
import org.jointcredit.platform.eventing.JournalEntry;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.platform.web.PageOf;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Keeps joint actions: the parent that every command on its notices writes first, so that racing commands meet here. */
@Component
class JointActionStore {

    static final String COLLECTION = "actions";

    private final MongoTemplate mongo;
    private final Journal journal;

    JointActionStore(MongoTemplate mongo, Journal journal) {
        this.mongo = mongo;
        this.journal = journal;
    }

    record Told(JointAction action, List<JournalEntry> journal) {}

    @Nullable
    Told find(String id, Scope scope) {
        Document found = mongo.getCollection(COLLECTION)
                .find(and(eq("_id", id), scope.actionFilter()))
                .first();
        return found == null ? null : new Told(read(found), Journal.of(found));
    }

    PageOf<JointAction> search(Scope scope, PageRequest page) {
        return PageOf.find(
                mongo.getCollection(COLLECTION),
                scope.actionFilter(),
                Projections.exclude("journal"),
                page,
                JointActionStore::read);
    }

    Map<String, JointAction> findAll(Collection<String> ids) {
        Map<String, JointAction> actions = new HashMap<>();
        mongo.execute(COLLECTION, collection -> {
            collection
                    .find(in("_id", ids))
                    .projection(Projections.exclude("journal"))
                    .forEach(found -> actions.put(found.getString("_id"), read(found)));
            return null;
        });
        return actions;
    }

    /** Those that name a subject with one of these keys, whosever they are: checks tell each agency its own. */
    List<JointAction> about(Collection<String> subjectKeys) {
        return mongo.getCollection(COLLECTION)
                .find(naming(subjectKeys))
                .projection(Projections.exclude("journal"))
                .map(JointActionStore::read)
                .into(new ArrayList<>());
    }

    /** Which of them stand on this, as their listings are now. */
    List<String> on(String ground) {
        List<String> ids = new ArrayList<>();
        mongo.execute(
                COLLECTION,
                collection -> collection
                        .find(standingOn(ground))
                        .projection(Projections.include("_id"))
                        .map(found -> found.getString("_id"))
                        .into(ids));
        return ids;
    }

    static Bson standingOn(String ground) {
        return eq("grounds", ground);
    }

    /** Those whose listings are of this class and about one of these subjects themselves. */
    List<JointAction> ofSubjects(Collection<String> subjects, ListClass listClass) {
        List<JointAction> found = new ArrayList<>();
        mongo.execute(
                COLLECTION,
                collection -> collection
                        .find(listing(subjects, listClass))
                        .projection(Projections.exclude("journal"))
                        .map(JointActionStore::read)
                        .into(found));
        return found;
    }

    static Bson listing(Collection<String> subjects, ListClass listClass) {
        return and(in("subject", subjects), eq("listClass", listClass.name()));
    }

    static Bson naming(Collection<String> subjectKeys) {
        return in("subjectKeys", subjectKeys);
    }

    /** Several new actions in one write, within the caller's transaction; what is returned is sent after its commit. */
    List<Dispatch> open(List<JointAction> actions, Map<String, Step> steps, Map<String, Cause> causes) {
        if (actions.isEmpty()) {
            return List.of();
        }
        List<Document> documents =
                actions.stream().map(JointActionStore::document).toList();
        List<Dispatch> dispatches = documents.stream()
                .map(document -> {
                    String id = document.getString("_id");
                    return journal.open(document, journal.number(0, must(causes, id), List.of(must(steps, id))));
                })
                .toList();
        mongo.execute(COLLECTION, collection -> collection.insertMany(documents));
        return dispatches;
    }

    /**
     * Writes a changed action, within the caller's transaction where there is one.
     *
     * @throws OptimisticLockingFailureException if it is no longer what it was read as
     */
    void update(JointAction action, Step step, Cause cause) {
        Bson update = Updates.combine(
                Updates.combine(state(action).entrySet().stream()
                        .map(field -> Updates.set(field.getKey(), field.getValue()))
                        .toList()),
                journal.append(journal.number(action.seq(), cause, List.of(step))));
        mongo.execute(COLLECTION, collection -> {
            var result = collection.updateOne(and(eq("_id", action.id()), eq(Journal.SEQ, action.seq())), update);
            if (result.getMatchedCount() != 1) {
                throw new OptimisticLockingFailureException("a joint action was changed at the same moment");
            }
            return null;
        });
    }

    /**
     * Writes it as the first of the caller's transaction, though nothing of it changes, so that whoever changes its
     * holds or its listing at the same moment collides.
     */
    JointAction touch(String id) {
        Document found = mongo.execute(
                COLLECTION,
                collection -> collection.findOneAndUpdate(
                        eq("_id", id),
                        Updates.inc("touched", 1L),
                        new FindOneAndUpdateOptions()
                                .projection(Projections.exclude("journal"))
                                .returnDocument(ReturnDocument.AFTER)));
        return read(Objects.requireNonNull(found));
    }

    private static Document document(JointAction action) {
        var document = new Document("_id", action.id())
                .append("department", action.listing().department())
                .append("listClass", action.listing().listClass().name())
                .append("subject", action.listing().subject().id())
                .append(
                        "law",
                        new Document("ruleSet", action.law().ruleSet())
                                .append("rules", action.law().rules())
                                .append("measures", action.law().measures()))
                .append("openedAt", Date.from(action.openedAt()));
        document.putAll(state(action));
        return document;
    }

    private static Document state(JointAction action) {
        return new Document(
                        "listing",
                        new Document("seq", action.listingSeq())
                                .append("state", action.listingState().name())
                                .append("fact", ContractJson.mapper().writeValueAsString(action.listing())))
                .append(
                        "names",
                        action.names().entrySet().stream()
                                .map(name -> new Document("subject", name.getKey()).append("name", name.getValue()))
                                .toList())
                .append("subjectKeys", SubjectKeys.in(action.listing()))
                .append("grounds", Grounds.of(action.listing()))
                .append(
                        "holds",
                        action.holds().stream().map(JointActionStore::hold).toList())
                .append("untold", action.untold())
                .append(
                        "plan",
                        action.plan().stream()
                                .map(planned -> new Document("measure", planned.measure())
                                        .append("agency", planned.agency())
                                        .append("subject", planned.subject())
                                        .append("rule", planned.rule())
                                        .append("reached", planned.reached()))
                                .toList());
    }

    private static JointAction read(Document document) {
        String id = document.getString("_id");
        var listing = document.get("listing", Document.class);
        var law = document.get("law", Document.class);
        Map<String, String> names = new LinkedHashMap<>();
        document.getList("names", Document.class)
                .forEach(name -> names.put(name.getString("subject"), name.getString("name")));
        return new JointAction(
                id,
                document.get(Journal.SEQ, Number.class).longValue(),
                ContractJson.mapper().readValue(listing.getString("fact"), ListingFact.class),
                listing.get("seq", Number.class).longValue(),
                names,
                document.getList("holds", Document.class).stream()
                        .map(JointActionStore::hold)
                        .toList(),
                new PinnedLaw(law.getString("ruleSet"), law.getString("rules"), law.getString("measures")),
                document.getList("plan", Document.class).stream()
                        .map(planned -> PlannedNotice.of(
                                id,
                                planned.getString("measure"),
                                planned.getString("agency"),
                                planned.getString("subject"),
                                planned.getString("rule"),
                                planned.getBoolean("reached")))
                        .toList(),
                document.getDate("openedAt").toInstant(),
                document.getBoolean("untold"));
    }

    private static Document hold(ActionHold hold) {
        return NoticeStore.hold(hold.hold()).append("notice", hold.notice()).append("subject", hold.subject());
    }

    private static ActionHold hold(Document hold) {
        return new ActionHold(NoticeStore.hold(hold), hold.getString("notice"), hold.getString("subject"));
    }

    private static <T> T must(Map<String, T> values, String id) {
        T value = values.get(id);
        if (value == null) {
            throw new IllegalStateException("an action is opened without its first step");
        }
        return value;
    }
}
