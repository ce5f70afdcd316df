package org.jointcredit.objection.remedy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.platform.eventing.Dispatch;
import org.jointcredit.platform.eventing.Journal;
import org.jointcredit.platform.eventing.Relay;

/** Keeps the cases of one kind, each a document with its journal; what is written is sent by the relay. */
public final class CaseStore<T> {
    private static final String ID = "_id";

    private final MongoCollection<Document> cases;
    private final Journal journal;
    private final Relay relay;
    private final Function<T, Document> state;
    private final Function<Document, T> read;
    private final List<String> mayGo;

    /**
     * @param state of a case, as it is kept beside its id and journal
     * @param mayGo fields that not every state has
     */
    public CaseStore(
            MongoCollection<Document> cases,
            Journal journal,
            Relay relay,
            Function<T, Document> state,
            Function<Document, T> read,
            List<String> mayGo) {
        this.cases = cases;
        this.journal = journal;
        this.relay = relay;
        this.state = state;
        this.read = read;
        this.mayGo = List.copyOf(mayGo);
    }

    /** @return false if there is one with this id, or in its place */
    public boolean insert(String id, CaseChange<T> received) {
        Document document = new Document(ID, id);
        document.putAll(state.apply(received.after()));
        Dispatch dispatch = journal.open(document, journal.number(0, received.cause(), received.steps()));
        try {
            cases.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
        relay.send(List.of(dispatch));
        return true;
    }

    /**
     * Changes a case as it is at that moment, however many do so at once.
     *
     * @param change empty: nothing is to be done; may refuse by what it throws
     */
    public T change(String id, Function<T, ? extends Optional<? extends CaseChange<T>>> change) {
        while (true) {
            Document found = Objects.requireNonNull(cases.find(eq(ID, id)).first());
            T before = read.apply(found);
            Optional<? extends CaseChange<T>> wanted = change.apply(before);
            if (wanted.isEmpty()) {
                return before;
            }
            if (write(found, wanted.get())) {
                relay.wake();
                return wanted.get().after();
            }
        }
    }

    private boolean write(Document found, CaseChange<T> change) {
        long seq = found.get(Journal.SEQ, Number.class).longValue();
        List<Bson> updates = new ArrayList<>();
        Document now = state.apply(change.after());
        now.forEach((field, value) -> updates.add(Updates.set(field, value)));
        mayGo.stream().filter(field -> !now.containsKey(field)).forEach(field -> updates.add(Updates.unset(field)));
        updates.add(journal.append(journal.number(seq, change.cause(), change.steps())));
        return cases.updateOne(and(eq(ID, found.getString(ID)), eq(Journal.SEQ, seq)), Updates.combine(updates))
                        .getModifiedCount()
                == 1;
    }
}
