package org.jointcredit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jointcredit.acceptance.Front.Answer;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who asks again until there is an answer, as people and their systems do: a service that is away is waited for.
 * What is asked again after an answer was lost may have been done by the attempt before.
 */
final class Patient {
    private static final Duration ONE_ANSWER = Duration.ofMinutes(4);

    private final Front front;
    private final Runnable moment;

    /** @param moment comes before and after each command */
    Patient(Front front, Runnable moment) {
        this.front = front;
        this.moment = moment;
    }

    JsonNode get(String who, String path) {
        return answer("GET " + path, _ -> front.get(who, path)).expect(200);
    }

    /** Something new, which has a number of its own or is known again by this key. */
    JsonNode create(String who, String path, Object body, String... headers) {
        moment.run();
        var answer = answer("POST " + path, _ -> front.post(who, path, body, headers));
        assertThat(answer.status()).as(answer.text()).isBetween(200, 202);
        moment.run();
        return answer.body();
    }

    /** One step, which cannot be taken twice: 409 says that it was taken by an attempt whose answer was lost. */
    void command(String who, String path, Object body) {
        moment.run();
        var lost = new AtomicBoolean();
        var answer = answer("POST " + path, doubtful -> {
            lost.set(doubtful);
            return front.post(who, path, body);
        });
        assertThat(answer.status() < 300 || (answer.status() == 409 && lost.get()))
                .as(path + " " + answer.status() + " " + answer.text())
                .isTrue();
        moment.run();
    }

    private interface Attempt {
        /** @param doubtful an attempt before may have succeeded */
        Answer make(boolean doubtful);
    }

    private static Answer answer(String what, Attempt attempt) {
        var found = new AtomicReference<Answer>();
        var doubtful = new AtomicBoolean();
        await(what)
                .atMost(ONE_ANSWER)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    try {
                        var answer = attempt.make(doubtful.get());
                        if (answer.status() < 500) {
                            found.set(answer);
                            return true;
                        }
                    } catch (UncheckedIOException _) {
                        // asked again
                    }
                    doubtful.set(true);
                    return false;
                });
        return found.get();
    }

    /** A file as a browser sends it. */
    JsonNode upload(String who, String path, byte[] file) {
        moment.run();
        var answer = answer("file", _ -> front.upload(who, path, file));
        moment.run();
        return answer.expect(202);
    }
}
