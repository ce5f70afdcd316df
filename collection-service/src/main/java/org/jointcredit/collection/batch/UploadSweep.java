package org.jointcredit.collection.batch;

import java.time.Clock;
import java.time.Duration;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.platform.eventing.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Drops what a process that died has left of an upload: before its batch began, or after it had ended (X4). Safe to
 * repeat, by any number of instances.
 */
@Component
final class UploadSweep {
    private static final Logger log = LoggerFactory.getLogger(UploadSweep.class);
    /** Between two pieces of an upload, and from the last one until its batch begins. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final UploadStore uploads;
    private final BatchStore batches;
    private final Clock systemClock;

    UploadSweep(UploadStore uploads, BatchStore batches, Clock systemClock) {
        this.uploads = uploads;
        this.batches = batches;
        this.systemClock = systemClock;
    }

    @Scheduled(fixedDelayString = "${jointcredit.batches.sweep-every:10m}")
    void run() {
        try {
            uploads.batches().stream().filter(this::isLeft).forEach(uploads::drop);
        } catch (RuntimeException e) {
            if (!Outage.is(e)) {
                throw e;
            }
            log.info("the sweep of uploads waits for the database");
        }
    }

    private boolean isLeft(String id) {
        Batch batch = batches.find(id, new Scope(null));
        return batch == null
                ? uploads.isOlder(id, systemClock.instant().minus(LONGEST_PAUSE))
                : batch.finishedAt() != null;
    }
}
