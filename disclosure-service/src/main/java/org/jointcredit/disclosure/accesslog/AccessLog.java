package org.jointcredit.disclosure.accesslog;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jointcredit.platform.eventing.Outage;
import org.jointcredit.platform.mongo.IndexCreator;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The log of every look at what is not public (D4). Whoever shows something calls {@link #write} first and shows it
 * only when that has returned: the entry is durable then.
 *
 * <p>What many write at the same time goes to the database together, by one thread.
 */
@Component
public final class AccessLog implements SmartLifecycle {
    private static final int MOST_WAITING = 2_000;
    private static final int MOST_TOGETHER = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int TRY_AGAIN_AFTER = 5;

    private final AccessLogStore store;
    private final Chain chain;
    private final Clock clock;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile @Nullable Thread writer;
    /** Known to the writer alone; null: to be read. */
    private @Nullable LogEntry last;

    AccessLog(AccessLogStore store, Chain chain, Clock clock) {
        this.store = store;
        this.chain = chain;
        this.clock = clock;
    }

    private record Waiting(List<Look> looks, CompletableFuture<@Nullable Void> durable) {}

    /**
     * Returns when the looks are durable.
     *
     * @throws Problem 503 if they cannot be written now; nothing may be shown then
     */
    public void write(List<Look> looks) {
        if (looks.isEmpty()) {
            return;
        }
        var waiting = new Waiting(List.copyOf(looks), new CompletableFuture<>());
        if (!isRunning() || !queue.offer(waiting)) {
            throw Problem.unavailable(TRY_AGAIN_AFTER);
        }
        try {
            waiting.durable().get(PATIENCE.toMillis(), MILLISECONDS);
        } catch (ExecutionException e) {
            if (Outage.is(e)) {
                throw Problem.unavailable(TRY_AGAIN_AFTER);
            }
            throw new IllegalStateException("a look could not be logged", e.getCause());
        } catch (TimeoutException _) {
            throw Problem.unavailable(TRY_AGAIN_AFTER);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable(TRY_AGAIN_AFTER);
        }
    }

    /** @param at when it was logged */
    public record Logged(Look look, Instant at) {}

    /** The first look of a query. */
    public Optional<Logged> first(String request) {
        return store.first(request).map(entry -> new Logged(entry.look(), entry.at()));
    }

    private void writeWhileRunning() {
        while (isRunning() || !queue.isEmpty()) {
            try {
                Waiting first = queue.poll(100, MILLISECONDS);
                if (first != null) {
                    commit(together(first));
                }
            } catch (InterruptedException _) {
                // only the end of the process hurries the writer
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<Waiting> together(Waiting first) {
        List<Waiting> together = new ArrayList<>();
        int looks = 0;
        for (Waiting next = first; next != null; next = looks < MOST_TOGETHER ? queue.poll() : null) {
            together.add(next);
            looks += next.looks().size();
        }
        return together;
    }

    private void commit(List<Waiting> together) {
        try {
            append(together.stream().flatMap(one -> one.looks().stream()).toList());
            together.forEach(one -> one.durable().complete(null));
        } catch (RuntimeException e) {
            // what of it was written is not known
            last = null;
            together.forEach(one -> one.durable().completeExceptionally(e));
        }
    }

    private void append(List<Look> looks) {
        List<Look> left = looks;
        while (!left.isEmpty()) {
            LogEntry before = last == null ? store.last() : last;
            List<LogEntry> entries = chain.continued(before, left, clock.instant());
            int written = store.append(entries);
            // another instance has written meanwhile: go on behind its entries
            last = written == entries.size() ? entries.getLast() : null;
            left = left.subList(written, left.size());
        }
    }

    @Override
    public void start() {
        writer = Thread.ofPlatform().name("access-log").unstarted(this::writeWhileRunning);
        writer.start();
    }

    @Override
    public void stop() {
        Thread stopping = writer;
        writer = null;
        if (stopping != null) {
            try {
                stopping.join(PATIENCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return writer != null;
    }

    /** Stops after the web server has answered the last request. */
    @Override
    public int getPhase() {
        return IndexCreator.PHASE + 2;
    }
}
