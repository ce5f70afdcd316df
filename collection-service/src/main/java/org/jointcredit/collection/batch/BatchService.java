package org.jointcredit.collection.batch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jointcredit.collection.batch.Batch.Counts;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.contract.event.EventIds;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Receives batches. */
@Component
final class BatchService {
    static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    private final BatchUpload uploads;
    private final BatchKeyStore keys;
    private final IndexKeys indexKeys;
    private final BatchStore store;
    private final BatchRunner runner;
    private final BusinessClock clock;

    BatchService(
            BatchUpload uploads,
            BatchKeyStore keys,
            IndexKeys indexKeys,
            BatchStore store,
            BatchRunner runner,
            BusinessClock clock) {
        this.uploads = uploads;
        this.keys = keys;
        this.indexKeys = indexKeys;
        this.store = store;
        this.runner = runner;
        this.clock = clock;
    }

    /** @param key of the client, by which the same upload sent again is one batch; null: every upload is a batch */
    Batch receive(HttpServletRequest request, Caller caller, @Nullable String key) {
        if (key != null && (IdentityText.isBlank(key) || key.length() > LONGEST_KEY)) {
            throw Problem.badParameter(KEY);
        }
        if (key != null) {
            return receiveOnce(request, caller, caller.clientId() + '/' + caller.username() + '/' + key);
        }
        String id = EventIds.next();
        return begin(id, uploads.take(id, request), caller);
    }

    private Batch receiveOnce(HttpServletRequest request, Caller caller, String key) {
        String id = EventIds.next();
        BatchKeyStore.Known known = keys.claim(key, id);
        if (known != null) {
            return firstAnswer(request, id, known);
        }
        try {
            BatchUpload.Taken taken = uploads.take(id, request);
            String print = indexKeys.keyedFingerprint(print(id, taken)); // before the batch is done and drops it
            Batch batch = begin(id, taken, caller);
            keys.keep(key, id, print);
            return batch;
        } finally {
            keys.forget(key, id);
        }
    }

    /** What is sent now is read for comparison only. */
    private Batch firstAnswer(HttpServletRequest request, String id, BatchKeyStore.Known known) {
        Batch first = store.find(known.batch(), new Scope(null));
        if (known.print() == null || first == null) {
            throw Problem.inWork();
        }
        String print = print(id, uploads.take(id, request));
        uploads.drop(id);
        if (!indexKeys.matches(known.print(), print)) {
            throw Problem.duplicate(KEY);
        }
        return first;
    }

    private Batch begin(String id, BatchUpload.Taken taken, Caller caller) {
        var batch = new Batch(
                id,
                Sender.of(caller),
                taken.procedure(),
                taken.size(),
                clock.now(),
                BatchState.RECEIVED,
                taken.kind(),
                null,
                List.of(),
                0,
                Counts.of(taken.rows()),
                0,
                List.of(),
                null);
        store.insert(batch);
        runner.seek();
        return batch;
    }

    /** Of a file its bytes, of a list its JSON. */
    private String print(String id, BatchUpload.Taken taken) {
        return taken.procedure() + "/" + uploads.print(id, taken);
    }
}
