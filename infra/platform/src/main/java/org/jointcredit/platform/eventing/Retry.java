package org.jointcredit.platform.eventing;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits out an outage: tries for ever with growing pauses, until the service stops. */
final class Retry {

    private static final Logger log = LoggerFactory.getLogger(Retry.class);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    /** The service stops before the work could be done; it is done after the next start. */
    static final class Stopped extends RuntimeException {}

    private Retry() {}

    static void untilDone(String what, AtomicBoolean stopping, Runnable work) {
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (!Outage.is(e)) {
                    throw e;
                }
                if (stopping.get()) {
                    throw new Stopped();
                }
                log.info("{} waits {} ms: {}", what, pause, Outage.describe(e));
                Outage.pause(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }
}
