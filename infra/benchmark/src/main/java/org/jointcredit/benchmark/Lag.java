package org.jointcredit.benchmark;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How far the figures of supervision are behind while something else runs, looked at twice a second.
final class Lag implements AutoCloseable {
    private static final long LOOK_MILLIS = Duration.ofMillis(500).toMillis();

    private final Office office;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private volatile double largest;

    Lag(Office office) {
        this.office = office;
        this.thread = Thread.ofVirtual().start(this::look);
    }

    private void look() {
        try {
            do {
                largest = Math.max(largest, office.behind());
            } while (!over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// In seconds.
    double largest() {
        return largest / 1_000;
    }

    @Override
    public void close() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
