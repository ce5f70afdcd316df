package org.jointcredit.acceptance;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * A thread that reads topics. A broker that is away, or not yet ready to log anybody in, is waited for; whatever else
 * ends the thread is kept, so that a test can tell a dead reader from a topic on which nothing came.
 */
final class Listener implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long LOGIN_AGAIN_MILLIS = 500;

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile Throwable death;

    /** @param each may wait, as long as it ends when {@link #isClosing()} */
    Listener(
            String name,
            Supplier<KafkaConsumer<String, String>> reader,
            Consumer<ConsumerRecords<String, String>> each) {
        this.thread = Thread.ofPlatform().name(name).unstarted(() -> {
            try (var consumer = reader.get()) {
                listen(consumer, each);
            } catch (Throwable e) {
                death = e;
            }
        });
    }

    Listener start() {
        thread.start();
        return this;
    }

    private void listen(KafkaConsumer<String, String> consumer, Consumer<ConsumerRecords<String, String>> each)
            throws InterruptedException {
        while (!isClosing()) {
            try {
                each.accept(consumer.poll(POLL));
            } catch (AuthenticationException | AuthorizationException _) {
                closing.await(LOGIN_AGAIN_MILLIS, MILLISECONDS);
            }
        }
    }

    boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** What ended it before it was closed. */
    Optional<Throwable> death() {
        return Optional.ofNullable(death);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
