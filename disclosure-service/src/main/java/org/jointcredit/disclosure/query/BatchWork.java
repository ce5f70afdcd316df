package org.jointcredit.disclosure.query;

import org.jointcredit.platform.eventing.Outage;
import org.jointcredit.platform.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Works on the batches that wait; what a dead instance left, another goes on with when its lease is over. */
@Component
final class BatchWork {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWork.class);

    private final BatchService batches;

    BatchWork(BatchService batches) {
        this.batches = batches;
    }

    @Scheduled(fixedDelayString = "${jointcredit.query-batches.every:500ms}")
    void workOff() {
        try {
            while (batches.work()) {
                // the next rows
            }
        } catch (RuntimeException e) {
            boolean away = e instanceof Problem || Outage.is(e);
            LOG.warn(
                    "batch queries wait: {}",
                    away ? "the database is away" : e.getClass().getSimpleName());
        }
    }
}
