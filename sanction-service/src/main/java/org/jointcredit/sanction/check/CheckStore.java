package org.jointcredit.sanction.check;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.platform.mongo.UniqueKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Keeps checks, found by their id alone. */
@Component
final class CheckStore {

    private static final String COLLECTION = "checks";
    private static final String BATCHES = "check_batches";

    private final MongoTemplate mongo;

    CheckStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** What was answered first, and the fingerprint of what had asked for it. */
    record First(String fingerprint, CheckAnswer answer) {}

    /** A check and what was reported on it. */
    record Kept(CheckAnswer answer, @Nullable Reported reported) {}

    record Reported(String fingerprint, CheckOutcome outcome) {}

    /**
     * Keeps them, durably before this returns.
     *
     * @return by id those that had been kept before
     */
    Map<String, First> keep(List<Check> checks) {
        Set<Integer> taken = UniqueKeys.insert(
                collection(), checks.stream().map(CheckStore::document).toList());
        return taken.isEmpty()
                ? Map.of()
                : first(taken.stream().map(place -> checks.get(place).id()).toList());
    }

    Optional<First> first(String id) {
        return Optional.ofNullable(collection().find(eq("_id", id)).first()).map(CheckStore::told);
    }

    private static First told(Document kept) {
        return new First(kept.getString("fingerprint"), read(kept.getString("answer"), CheckAnswer.class));
    }

    /** By id those of them that were answered before. */
    Map<String, First> first(Collection<String> ids) {
        Map<String, First> first = new HashMap<>();
        collection().find(in("_id", ids)).forEach(found -> first.put(found.getString("_id"), told(found)));
        return first;
    }

    /** Of what a batch's key belongs to; none: it is new. */
    Optional<String> fingerprintOf(String batch) {
        return Optional.ofNullable(
                        mongo.getCollection(BATCHES).find(eq("_id", batch)).first())
                .map(found -> found.getString("fingerprint"));
    }

    /** @return the fingerprint that the key belongs to from now on, or did before */
    String claim(String batch, String fingerprint) {
        Document claimed = mongo.getCollection(BATCHES)
                .findOneAndUpdate(
                        eq("_id", batch),
                        Updates.setOnInsert("fingerprint", fingerprint),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return claimed == null ? fingerprint : claimed.getString("fingerprint");
    }

    @Nullable
    Kept find(String id, String agency) {
        Document found =
                collection().find(and(eq("_id", id), eq("agency", agency))).first();
        if (found == null) {
            return null;
        }
        Document outcome = found.get("outcome", Document.class);
        return new Kept(
                read(found.getString("answer"), CheckAnswer.class),
                outcome == null
                        ? null
                        : new Reported(
                                outcome.getString("fingerprint"), read(outcome.getString("told"), CheckOutcome.class)));
    }

    /** @return false: an outcome had been reported before */
    boolean report(String id, Reported reported) {
        var outcome = new Document("fingerprint", reported.fingerprint())
                .append("by", reported.outcome().by())
                .append("at", Date.from(reported.outcome().reportedAt()))
                .append("told", ContractJson.mapper().writeValueAsString(reported.outcome()));
        return collection()
                        .updateOne(and(eq("_id", id), exists("outcome", false)), Updates.set("outcome", outcome))
                        .getMatchedCount()
                == 1;
    }

    private static Document document(Check check) {
        return new Document("_id", check.id())
                .append("agency", check.agency())
                .append("askedBy", check.askedBy())
                .append("by", check.by())
                .append("kind", check.kind().name())
                .append("subjects", new ArrayList<>(check.subjects()))
                .append("scene", check.scene())
                .append("item", check.item())
                .append("stage", check.stage().name())
                .append("at", Date.from(check.answer().asOf()))
                .append("fingerprint", check.fingerprint())
                .append("answer", ContractJson.mapper().writeValueAsString(check.answer()));
    }

    private static <T> T read(String json, Class<T> type) {
        return ContractJson.mapper().readValue(json, type);
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
