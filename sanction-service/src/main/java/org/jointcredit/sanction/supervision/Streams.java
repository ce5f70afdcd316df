package org.jointcredit.sanction.supervision;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.locks.LockSupport;
import org.jointcredit.contract.event.ContractJson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the feed to those who listen, as server-sent events. Each listener has a thread of its own, a virtual one, and
 * a position of its own, so a slow one keeps nobody waiting.
 */
@Component
final class Streams {

    private static final long LOOK_NANOS = Duration.ofMillis(250).toNanos();
    private static final long FIGURES_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    /** Who hears nothing for five seconds, as the gateway, takes us for dead. */
    private static final long SIGN_OF_LIFE_EVERY_NANOS = Duration.ofSeconds(2).toNanos();
    /** A right that was taken away ends with the token; the browser comes back by itself with a new one. */
    private static final long LIFE_NANOS = Duration.ofMinutes(5).toNanos();

    private final Board board;
    private final Feed feed;
    private final Supervision supervision;

    Streams(Board board, Feed feed, Supervision supervision) {
        this.board = board;
        this.feed = feed;
        this.supervision = supervision;
    }

    private record FiguresNow(OffsetDateTime asOf, int total, int overdue) {}

    /**
     * Where a listener begins.
     *
     * @param last the last line it has seen; null: from now on
     * @throws org.jointcredit.platform.web.Problem 400 if there is no such line, 503 while nothing is counted yet
     */
    Feed.Position position(@Nullable String last) {
        board.figures();
        return last == null ? feed.newest() : feed.position(last);
    }

    /**
     * Returns when the listener is gone, or has to come again.
     *
     * @param agency whose lines and counts; null: all
     */
    void serve(@Nullable String agency, Feed.Position from, OutputStream out) {
        try {
            new Listener(agency, from, out).listen();
        } catch (IOException _) {
            // gone: it comes back with the last line it has seen
        }
    }

    private final class Listener {
        private final @Nullable String agency;
        private final OutputStream out;
        private final long until = System.nanoTime() + LIFE_NANOS;
        private Feed.Position position;
        private long lastWrite;
        private long lastFigures = System.nanoTime() - FIGURES_EVERY_NANOS;
        private long figuresOfFold = -1;

        private Listener(@Nullable String agency, Feed.Position position, OutputStream out) {
            this.agency = agency;
            this.position = position;
            this.out = out;
        }

        private void listen() throws IOException {
            write("retry: 1000\nid: " + position + "\n\n");
            while (supervision.isRunning() && System.nanoTime() < until) {
                for (FigureStore.Page page : feed.after(position)) {
                    lines(page);
                }
                figures();
                if (System.nanoTime() - lastWrite >= SIGN_OF_LIFE_EVERY_NANOS) {
                    // an id without data is remembered too: what was not this agency's need not be looked at again
                    write(":\nid: " + position + "\n\n");
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }

        private void lines(FigureStore.Page page) throws IOException {
            var text = new StringBuilder();
            for (int n = 0; n < page.lines().size(); n++) {
                if (position.isBefore(page.fold(), n)) {
                    position = new Feed.Position(page.fold(), n);
                    Line line = page.lines().get(n);
                    Line mine = agency == null ? line : line.of(agency);
                    if (mine != null) {
                        text.append("event: line\nid: ").append(position).append("\ndata: ");
                        text.append(json(mine)).append("\n\n");
                    }
                }
            }
            if (!text.isEmpty()) {
                write(text.toString());
            }
        }

        private void figures() throws IOException {
            long fold = board.figures().fold();
            if (fold != figuresOfFold && System.nanoTime() - lastFigures >= FIGURES_EVERY_NANOS) {
                Overview now = board.overview(new Selection(agency, null, null, null, null));
                var data = new FiguresNow(now.asOf(), now.total(), now.overdue());
                write("event: figures\ndata: " + json(data) + "\n\n");
                figuresOfFold = fold;
                lastFigures = System.nanoTime();
            }
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            lastWrite = System.nanoTime();
        }

        private static String json(Object value) {
            return ContractJson.mapper().writeValueAsString(value);
        }
    }
}
