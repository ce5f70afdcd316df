package org.jointcredit.platform.eventing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * How far a consumption is behind its topic, whichever instance does the work: the broker is asked every few seconds
 * for the topic's end and for what is confirmed. A broker that does not answer, or a consumer that stands still, lets
 * it grow.
 */
public final class Backlog implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Backlog.class);
    private static final long EVERY_SECONDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConsumerFactory<String, byte[]> factory;
    private final String group;
    private final String topic;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopped = lock.newCondition();

    private volatile boolean running;
    /** All that was sent before is dealt with; null: not known yet. */
    private volatile @Nullable Instant caughtUpTo;

    private @Nullable End ahead;

    private record End(Instant at, Map<TopicPartition, Long> offsets) {}

    Backlog(ConsumerFactory<String, byte[]> factory, String group, String topic, Clock clock) {
        this.factory = factory;
        this.group = group;
        this.topic = topic;
        this.clock = clock;
    }

    /** Whether something that was sent longer ago than this may not be dealt with yet. */
    public boolean isOver(Duration age) {
        Instant known = caughtUpTo;
        return known == null || known.isBefore(clock.instant().minus(age));
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("backlog-" + topic).start(this::run);
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            running = false;
            stopped.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try (Consumer<String, byte[]> asking = factory.createConsumer(group, "backlog")) {
                while (running) {
                    ask(asking);
                    pause();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("{}: not known how far behind: {}", topic, Outage.describe(e));
                Outage.pause(TimeUnit.SECONDS.toMillis(EVERY_SECONDS));
            }
        }
    }

    private void pause() throws InterruptedException {
        lock.lock();
        try {
            if (running) {
                boolean _ = stopped.await(EVERY_SECONDS, TimeUnit.SECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    void ask(Consumer<String, byte[]> asking) {
        if (ahead == null) {
            Instant at = clock.instant();
            List<TopicPartition> partitions = asking.partitionsFor(topic, PATIENCE).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            ahead = new End(at, asking.endOffsets(partitions, PATIENCE));
        }
        var partitions = ahead.offsets().keySet();
        var confirmed = asking.committed(new HashSet<>(partitions), PATIENCE);
        // what nobody needs to read is dealt with
        var first = asking.beginningOffsets(partitions, PATIENCE);
        boolean reached = ahead.offsets().entrySet().stream().allMatch(end -> {
            var offset = confirmed.get(end.getKey());
            long done = offset == null ? 0 : offset.offset();
            return Math.max(done, first.getOrDefault(end.getKey(), 0L)) >= end.getValue();
        });
        if (reached) {
            caughtUpTo = ahead.at();
            ahead = null;
        }
    }
}
