package org.jointcredit.platform.eventing;

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

/** Aggregates of one kind, each a document with its journal; what is written is sent by the relay. For their store. */
public final class JournalledDocuments<T> {
    private static final String ID = "_id";

    /** What becomes of an aggregate. */
    public interface Change<T> {
        T after();

        /** What its journal says of it, and what others are told. */
        List<Step> steps();

        Cause cause();
    }

    private final MongoCollection<Document> documents;
    private final Journal journal;
    private final Relay relay;
    private final Function<T, Document> state;
    private final Function<Document, T> read;
    private final List<String> mayGo;

    /**
     * @param state of an aggregate, as it is kept beside its id and journal
     * @param mayGo fields that not every state has
     */
    public JournalledDocuments(
            MongoCollection<Document> documents,
            Journal journal,
            Relay relay,
            Function<T, Document> state,
            Function<Document, T> read,
            List<String> mayGo) {
        this.documents = documents;
        this.journal = journal;
        this.relay = relay;
        this.state = state;
        this.read = read;
        this.mayGo = List.copyOf(mayGo);
    }

    /** @return false if there is one with this id, or in its place */
    public boolean insert(String id, Change<T> received) {
        Document document = new Document(ID, id);
        document.putAll(state.apply(received.after()));
        Dispatch dispatch = journal.open(document, journal.number(0, received.cause(), received.steps()));
        try {
            documents.insertOne(document);
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
     * Changes an aggregate as it is at that moment, however many do so at once.
     *
     * @param change empty: nothing is to be done; may refuse by what it throws
     */
    public T change(String id, Function<T, ? extends Optional<? extends Change<T>>> change) {
        while (true) {
            Document found = Objects.requireNonNull(documents.find(eq(ID, id)).first());
            T before = read.apply(found);
            Optional<? extends Change<T>> wanted = change.apply(before);
            if (wanted.isEmpty()) {
                return before;
            }
            if (write(found, wanted.get())) {
                relay.wake();
                return wanted.get().after();
            }
        }
    }

    private boolean write(Document found, Change<T> change) {
        long seq = found.get(Journal.SEQ, Number.class).longValue();
        List<Bson> updates = new ArrayList<>();
        Document now = state.apply(change.after());
        now.forEach((field, value) -> updates.add(Updates.set(field, value)));
        mayGo.stream().filter(field -> !now.containsKey(field)).forEach(field -> updates.add(Updates.unset(field)));
        updates.add(journal.append(journal.number(seq, change.cause(), change.steps())));
        return documents
                        .updateOne(and(eq(ID, found.getString(ID)), eq(Journal.SEQ, seq)), Updates.combine(updates))
                        .getModifiedCount()
                == 1;
    }
}
