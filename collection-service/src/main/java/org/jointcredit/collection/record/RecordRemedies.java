package org.jointcredit.collection.record;

import java.util.Collection;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What decided cases make of records (O5, O6). What a record has come to already is left, so a decision may come twice. */
@Component
public final class RecordRemedies {
    private static final Scope ALL = new Scope(null);

    private final RecordStore store;
    private final ErasedStore erased;
    private final RecordFacts facts;

    RecordRemedies(RecordStore store, ErasedStore erased, RecordFacts facts) {
        this.store = store;
        this.erased = erased;
        this.facts = facts;
    }

    /** A case is about a record that was never here. */
    private static final class UnknownRecord extends RuntimeException {}

    /** It was found wrong: it is shown nowhere any more, and its history stays. */
    public void withdraw(String id, Decision decision, Cause cause) {
        move(
                id,
                cause,
                record -> record.state() == RecordState.WITHDRAWN
                        ? record
                        : record.withdrawn(reason(id, decision), cause.at()),
                withdrawn -> facts.of(EventTypes.RECORD_WITHDRAWN, withdrawn));
    }

    /** The first repair counts. */
    public void repair(String id, Decision decision, Cause cause) {
        move(
                id,
                cause,
                record -> record.repaired() != null
                        ? record
                        : record.repaired(decision.date(), cause.by(), reason(id, decision), cause.at()),
                facts::repaired);
    }

    /** Which of these still say something: neither withdrawn nor erased. */
    public Set<String> standing(Collection<String> ids) {
        return store.standing(ids);
    }

    private String reason(String id, Decision decision) {
        return facts.sealReason(id, decision.document() + " " + decision.basis());
    }

    private interface Told {
        Step of(CreditRecord record);
    }

    /** Once more, if somebody else was faster: its provider may change it at the same moment, or its term run out. */
    private void move(String id, Cause cause, UnaryOperator<CreditRecord> how, Told told) {
        boolean done = false;
        while (!done) {
            CreditRecord before = find(id);
            if (before == null) {
                return;
            }
            CreditRecord now = how.apply(before);
            done = now.equals(before) || store.update(before, now, told.of(now), cause);
        }
    }

    /** Null: it is erased, and nothing is left to be said of it. */
    private @Nullable CreditRecord find(String id) {
        RecordStore.Stored stored = store.find(id, ALL);
        if (stored == null && !erased.holds(id, ALL)) {
            throw new UnknownRecord();
        }
        return stored == null ? null : stored.record();
    }
}
