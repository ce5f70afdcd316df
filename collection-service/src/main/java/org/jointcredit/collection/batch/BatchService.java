package org.jointcredit.collection.batch;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jointcredit.collection.batch.Batch.Counts;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.contract.event.EventIds;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.time.BusinessClock;
import org.springframework.stereotype.Component;

/** Receives batches. */
@Component
final class BatchService {
    private final BatchUpload uploads;
    private final BatchStore store;
    private final BatchRunner runner;
    private final BusinessClock clock;

    BatchService(BatchUpload uploads, BatchStore store, BatchRunner runner, BusinessClock clock) {
        this.uploads = uploads;
        this.store = store;
        this.runner = runner;
        this.clock = clock;
    }

    Batch receive(HttpServletRequest request, Caller caller) {
        String id = EventIds.next();
        BatchUpload.Taken taken = uploads.take(id, request);
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
                new Counts(taken.rows(), 0, 0, 0),
                0,
                List.of(),
                null);
        store.insert(batch);
        runner.seek();
        return batch;
    }
}
