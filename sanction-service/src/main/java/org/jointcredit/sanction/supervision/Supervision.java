package org.jointcredit.sanction.supervision;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jointcredit.platform.eventing.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps this instance's figures close behind the notices: folds, renews board and feed, and again. Every instance does. */
@Component
final class Supervision implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Supervision.class);
    private static final long PAUSE_MILLIS = 400;
    /** Then the board is renewed before it goes on. */
    private static final int FOLDS_AT_ONCE = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FigureStore figures;
    private final Recount recount;
    private final Board board;
    private final Feed feed;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});

    Supervision(FigureStore figures, Recount recount, Board board, Feed feed) {
        this.figures = figures;
        this.recount = recount;
        this.board = board;
        this.feed = feed;
    }

    @Override
    public void start() {
        var stop = new CountDownLatch(1);
        stopped = stop;
        thread = Thread.ofPlatform().name("supervision").daemon(true).start(() -> run(stop));
    }

    @Override
    public void stop() {
        stopped.countDown();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void run(CountDownLatch stop) {
        try {
            while (!done(this::build) && !stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                log.info("the figures are not counted yet");
            }
            do {
                done(this::fold);
                done(board::renew);
                done(feed::renew);
            } while (!stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Notices that were written before there was a ledger are counted once. */
    private void build() {
        if (!figures.open().built()) {
            log.info("{}", recount.run(true).notices() + " notices counted for the first time");
        }
    }

    private void fold() {
        for (int i = 0; i < FOLDS_AT_ONCE && figures.fold(); i++) {
            log.trace("folded");
        }
    }

    /** What cannot be done now, or is being done by another instance, is tried again in the next round. */
    private static boolean done(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            if (Outage.is(e)) {
                log.debug("supervision waits: {}", e.getClass().getSimpleName());
            } else {
                log.error("supervision fails: {}", e.getClass().getSimpleName(), e);
            }
            return false;
        }
    }
}
