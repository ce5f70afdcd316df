package org.jointcredit.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.EventHeaders;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.SnapshotPage;
import org.jspecify.annotations.Nullable;

/** Collection, sanction and objection: what they publish, and their snapshots of what they have told. */
public final class Owners {
    private static final int PAGE = 5;

    private final HttpServer server;
    /** By topic and aggregate. */
    private final Map<String, NavigableMap<String, List<SnapshotPage.Event>>> told = Map.of(
            Topics.RECORD, new ConcurrentSkipListMap<>(),
            Topics.TRIGGER, new ConcurrentSkipListMap<>(),
            Topics.FEEDBACK, new ConcurrentSkipListMap<>(),
            Topics.REMEDY, new ConcurrentSkipListMap<>());

    private volatile Runnable beforeEachPage = () -> {};

    private Owners(HttpServer server) {
        this.server = server;
    }

    public static Owners running() {
        try {
            var owners = new Owners(HttpServer.create(new InetSocketAddress("localhost", 0), 0));
            owners.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            owners.serve("/api/collection/records/snapshot", Topics.RECORD);
            owners.serve("/api/collection/listings/snapshot", Topics.TRIGGER);
            owners.serve("/api/sanction/actions/snapshot", Topics.FEEDBACK);
            owners.serve("/api/objection/deletions/snapshot", Topics.REMEDY);
            owners.server.createContext("/", Published::answer);
            owners.server.start();
            return owners;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void beforeEachPage(Runnable what) {
        beforeEachPage = what;
    }

    public void forget() {
        told.values().forEach(Map::clear);
        beforeEachPage = () -> {};
    }

    public void forget(String topic, String aggregate) {
        of(topic).remove(aggregate);
    }

    /** The last sequence of each aggregate. */
    public Map<String, Long> sequences(String topic) {
        Map<String, Long> sequences = new HashMap<>();
        of(topic)
                .forEach((aggregate, events) -> sequences.put(
                        aggregate,
                        events.stream()
                                .mapToLong(SnapshotPage.Event::sequence)
                                .max()
                                .orElse(0)));
        return sequences;
    }

    /** As their journals keep it: of what is erased only that it is gone. */
    void tells(String topic, String key, EventHeaders headers, String data) {
        String aggregate = String.valueOf(headers.subject());
        long sequence = headers.sequence() == null ? 0 : headers.sequence();
        var event = new SnapshotPage.Event(
                headers.id(), headers.type(), aggregate, sequence, Instant.EPOCH, "c", key, data);
        of(topic).merge(aggregate, List.of(event), (before, now) -> {
            boolean gone = before.getFirst().type().equals(EventTypes.RECORD_ERASED);
            if (gone || headers.type().equals(EventTypes.RECORD_ERASED)) {
                return gone ? before : now;
            }
            List<SnapshotPage.Event> both = new ArrayList<>(before);
            both.addAll(now);
            return both;
        });
    }

    private NavigableMap<String, List<SnapshotPage.Event>> of(String topic) {
        return Objects.requireNonNull(told.get(topic));
    }

    private void serve(String path, String topic) {
        server.createContext(path, exchange -> {
            try (exchange) {
                if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
                    exchange.sendResponseHeaders(401, -1);
                } else {
                    beforeEachPage.run();
                    answer(exchange, page(topic, exchange.getRequestURI().getQuery()));
                }
            }
        });
    }

    private SnapshotPage page(String topic, @Nullable String query) {
        String after = query == null ? "" : query.substring("after=".length());
        List<SnapshotPage.Event> events = new ArrayList<>();
        String last = "";
        int aggregates = 0;
        for (var aggregate : of(topic).tailMap(after, false).entrySet()) {
            if (aggregates++ == PAGE) {
                return new SnapshotPage(events, last);
            }
            last = aggregate.getKey();
            events.addAll(aggregate.getValue());
        }
        return new SnapshotPage(events, null);
    }

    private static void answer(HttpExchange exchange, SnapshotPage page) throws IOException {
        byte[] body = ContractJson.mapper().writeValueAsString(page).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }
}
