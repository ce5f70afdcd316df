package org.jointcredit.objection.deletion;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.objection.deletion.DeletionStore.Scope;
import org.jointcredit.objection.record.KnownRecord;
import org.jointcredit.objection.record.RecordGone;
import org.jointcredit.objection.record.RecordStore;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.KeyedRequest;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.time.WorkingDays;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Takes requests for deletion (D8). The law leaves nothing to judge, so each is decided as it comes. */
@Component
final class DeletionService {
    private static final int ID = 64;

    private final DeletionStore store;
    private final RecordStore records;
    private final DeletionLaw law;
    private final WorkingDays workingDays;
    private final IndexKeys keys;
    private final BusinessClock clock;

    DeletionService(
            DeletionStore store,
            RecordStore records,
            DeletionLaw law,
            WorkingDays workingDays,
            IndexKeys keys,
            BusinessClock clock) {
        this.store = store;
        this.records = records;
        this.law = law;
        this.workingDays = workingDays;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param body {@code {record}}
     * @param key the caller's idempotency key
     */
    Deletion ask(Caller caller, ObjectNode body, @Nullable String key) {
        Scope own = own(caller);
        var request = KeyedRequest.of(caller, "deletion", key, body, keys);
        Optional<Deletion> first = first(request, own);
        if (first.isPresent()) {
            return first.get();
        }
        Form form = Form.of(body);
        String named = form.visibleText("record", ID);
        form.throwIfAny();
        KnownRecord record = records.find(named, own.subject()).orElseThrow(Problem::unknown);
        if (record.erased()) {
            throw Problem.wrongState("detail.deletion.gone");
        }
        Deletion deletion = granted(request.id(), record, request.fingerprint());
        if (!store.insert(deletion, Cause.first(caller.username(), deletion.receivedAt()))) {
            return first(request, own).orElseThrow(() -> Problem.wrongState("detail.deletion.asked"));
        }
        closeIfGoneMeanwhile(deletion);
        return deletion;
    }

    private Deletion granted(String id, KnownRecord record, String fingerprint) {
        LocalDate today = clock.today();
        Deletable deletable = law.find(record.item(), today)
                .orElseThrow(() -> Problem.invalid(List.of(new FieldError("record", ErrorCode.NO_BASIS, null, "A28"))));
        return Deletion.granted(
                id,
                record,
                clock.now()
                        .truncatedTo(ChronoUnit.MILLIS), // as it is kept, so that the first answer can be given again
                workingDays.after(today, deletable.workingDays()),
                deletable,
                law.inForce(today).version(),
                fingerprint);
    }

    private Optional<Deletion> first(KeyedRequest request, Scope own) {
        return request.first(() -> store.find(request.id(), own), Deletion::fingerprint);
    }

    /** Whoever erased it between the look and the write found no request to close. */
    private void closeIfGoneMeanwhile(Deletion deletion) {
        if (records.find(deletion.record(), deletion.subject())
                .filter(KnownRecord::erased)
                .isPresent()) {
            store.done(deletion.record(), Cause.first("objection-service", clock.now()));
        }
    }

    @EventListener
    void done(RecordGone gone) {
        store.done(gone.record(), gone.cause());
    }

    Deletion one(String id, Caller caller) {
        return store.find(id, own(caller)).orElseThrow(Problem::unknown);
    }

    PageOf<Deletion> of(Caller caller, PageRequest asked) {
        return store.page(own(caller), asked);
    }

    private static Scope own(Caller caller) {
        String subject = caller.subject();
        if (subject == null) {
            throw Problem.forbidden();
        }
        return new Scope(subject);
    }
}
