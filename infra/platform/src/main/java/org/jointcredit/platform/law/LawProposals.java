package org.jointcredit.platform.law;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.platform.law.LawProposal.Word;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.jointcredit.platform.web.PageOf;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps proposals beside the law that they may become, under the name of their version: none is taken twice. Who, when
 * and from where stays with the version for good.
 */
public final class LawProposals {
    private static final String REQUEST = "request";
    private static final String PROPOSED = "proposed";
    private static final String DECIDED = "decided";
    private static final String TOGETHER = "together";

    private final MongoTemplate mongo;
    private final TransactionTemplate transactions;

    LawProposals(MongoTemplate mongo, TransactionTemplate transactions) {
        this.mongo = mongo;
        this.transactions = transactions;
    }

    static DeclaredIndex index() {
        return new DeclaredIndex(
                LawDocuments.COLLECTION,
                Indexes.ascending(REQUEST),
                new IndexOptions().unique(true).partialFilterExpression(Filters.exists(REQUEST)));
    }

    /** @return false if its version is taken, or its request was answered before */
    public boolean insert(LawProposal proposal) {
        Document document = LawDocuments.of(proposal.version(), LawState.PROPOSED)
                .append(
                        TOGETHER,
                        proposal.together().stream()
                                .map(other -> LawDocuments.of(other, LawState.PROPOSED)
                                        .append("kind", other.kind()))
                                .toList())
                .append(PROPOSED, document(proposal.proposed()))
                .append(REQUEST, proposal.request())
                .append("fingerprint", proposal.fingerprint());
        try {
            mongo.insert(document, LawDocuments.COLLECTION);
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    public Optional<LawProposal> find(String kind, String version) {
        return one(kind, Filters.eq("_id", LawDocuments.id(kind, version)));
    }

    public Optional<LawProposal> ofRequest(String kind, String request) {
        return one(kind, Filters.eq(REQUEST, request));
    }

    private Optional<LawProposal> one(String kind, Bson filter) {
        return Optional.ofNullable(mongo.getCollection(LawDocuments.COLLECTION)
                .find(Filters.and(filter, Filters.exists(REQUEST)))
                .map(found -> proposal(kind, found))
                .first());
    }

    /** Sorted by their names. */
    public PageOf<LawProposal> page(String kind, LawState state, PageRequest asked) {
        return PageOf.find(
                mongo.getCollection(LawDocuments.COLLECTION),
                of(kind, state),
                Projections.exclude(LawDocuments.DIGEST),
                asked,
                found -> proposal(kind, found));
    }

    static Bson of(String kind, LawState state) {
        return Filters.and(
                Filters.regex("_id", Pattern.compile("^" + kind + "/")),
                Filters.eq(LawDocuments.STATE, state.name()),
                Filters.exists(REQUEST));
    }

    /**
     * Makes it law, whole or not at all.
     *
     * @param seen the revision of the law by which it was judged
     * @return false if other law was put in force meanwhile, or it was decided already
     */
    public boolean enact(LawProposal proposal, Word by, long seen) {
        Word proposed = proposal.proposed();
        var enacted = LawDocuments.of(new Enactment(proposed.name(), proposed.at(), by.name(), by.at(), seen + 1));
        try {
            return Boolean.TRUE.equals(transactions.execute(transaction -> {
                boolean first = mongo.updateFirst(
                                        query(where("_id")
                                                .is(LawDocuments.REVISION)
                                                .and(LawDocuments.NUMBER)
                                                .is(seen)),
                                        Update.update(LawDocuments.NUMBER, seen + 1),
                                        LawDocuments.COLLECTION)
                                .getMatchedCount()
                        == 1;
                if (!first || !decide(proposal, LawState.IN_FORCE, by, enacted)) {
                    transaction.setRollbackOnly();
                    return false;
                }
                for (LawVersion<?> other : proposal.together()) {
                    mongo.insert(
                            LawDocuments.of(other, LawState.IN_FORCE).append(LawDocuments.ENACTED, enacted),
                            LawDocuments.COLLECTION);
                }
                return true;
            }));
        } catch (DuplicateKeyException _) {
            return false;
        } catch (RuntimeException e) {
            if (isRace(e)) {
                return false;
            }
            throw e;
        }
    }

    /** @return false if it was decided already */
    public boolean refuse(LawProposal proposal, Word by) {
        return decide(proposal, LawState.REFUSED, by, null);
    }

    private boolean decide(LawProposal proposal, LawState state, Word by, @Nullable Document enacted) {
        var update = Update.update(LawDocuments.STATE, state.name()).set(DECIDED, document(by));
        if (enacted != null) {
            update.set(LawDocuments.ENACTED, enacted);
        }
        var version = proposal.version();
        return mongo.updateFirst(
                                query(where("_id")
                                        .is(LawDocuments.id(version.kind(), version.version()))
                                        .and(LawDocuments.STATE)
                                        .is(LawState.PROPOSED.name())),
                                update,
                                LawDocuments.COLLECTION)
                        .getMatchedCount()
                == 1;
    }

    private static boolean isRace(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException mongo
                    && mongo.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)) {
                return true;
            }
        }
        return false;
    }

    private static LawProposal proposal(String kind, Document found) {
        Document decided = found.get(DECIDED, Document.class);
        List<LawVersion<?>> together = found.getList(TOGETHER, Document.class, List.of()).stream()
                .<LawVersion<?>>map(other -> LawDocuments.version(other.get("kind", ""), other))
                .toList();
        return new LawProposal(
                LawDocuments.version(kind, found),
                together,
                LawState.valueOf(found.getString(LawDocuments.STATE)),
                word(found.get(PROPOSED, new Document())),
                decided == null ? null : word(decided),
                found.get(REQUEST, ""),
                found.get("fingerprint", ""));
    }

    private static Document document(Word word) {
        return new Document("officer", word.officer())
                .append("name", word.name())
                .append("from", word.from())
                .append("at", Date.from(word.at()))
                .append("reason", word.reason());
    }

    private static Word word(Document kept) {
        return new Word(
                kept.get("officer", ""),
                kept.get("name", ""),
                kept.getString("from"),
                LawDocuments.instant(kept, "at"),
                kept.getString("reason"));
    }
}
