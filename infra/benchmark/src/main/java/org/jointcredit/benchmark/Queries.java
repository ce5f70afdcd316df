package org.jointcredit.benchmark;

import com.mongodb.client.model.Aggregates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;

/// Looks at the register: the public one by code, an organ's that is logged before it is answered; and an agency's
/// check
/// of a listed subject, single and in batches; all beside an endpoint that reads a document by its id and does nothing
/// else. And the search by a part of a name beside that by the whole name.
final class Queries {
    private static final int ROUNDS = 5;
    private static final int CLIENTS = 16;
    private static final int REQUESTS = 3_000;
    private static final int SEARCHES = 300;
    private static final int CHECKS_AT_ONCE = 200;
    private static final int RAW_PORT = 8099;

    private final Bench bench;
    private final Door door;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Document> subjects;
    private final List<String> listed;

    Queries(Bench bench) {
        this.bench = bench;
        this.door = new Door(bench.system(), "disclosure");
        this.listed = bench
                .mongo()
                .getDatabase("sanction")
                .getCollection("actions")
                .aggregate(List.of(Aggregates.sample(2_000)))
                .into(new ArrayList<>())
                .stream()
                .flatMap(action -> action.getList("subjectKeys", String.class).stream())
                .filter(key -> key.startsWith("code:"))
                .map(key -> key.substring("code:".length()))
                .toList();
        this.subjects = bench.mongo()
                .getDatabase("disclosure")
                .getCollection("subjects")
                .aggregate(List.of(Aggregates.sample(2_000)))
                .into(new ArrayList<>());
    }

    List<Figure> figures() {
        var figures = new ArrayList<>(besideTheFloor());
        figures.addAll(searches());
        return figures;
    }

    private List<Figure> besideTheFloor() {
        int port = RAW_PORT + bench.system().ports().base();
        try {
            var process = RawEndpoint.start(bench, port);
            try {
                return besideTheFloor("http://localhost:" + port + "/raw/");
            } finally {
                RawEndpoint.stop(process);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<Figure> besideTheFloor(String floor) {
        Function<Document, HttpRequest> raw = subject -> get(floor + subject.getString("_id"));
        awaitFloor(raw.apply(subjects.getFirst()));
        var publics = new ArrayList<Double>();
        var logged = new ArrayList<Double>();
        var checks = new ArrayList<Double>();
        var batches = new ArrayList<Double>();
        var raws = new ArrayList<Double>();
        for (int round = 0; round <= ROUNDS; round++) {
            double first = rate(subjects, REQUESTS, this::publicLook);
            double second = rate(subjects, REQUESTS, loggedLook());
            double third = rate(listed, REQUESTS, check());
            double fourth = CHECKS_AT_ONCE * rate(batchesOf(listed), REQUESTS / CHECKS_AT_ONCE * 8, batchCheck());
            double least = rate(subjects, REQUESTS, raw);
            if (round > 0) { // the first one warms
                publics.add(first);
                logged.add(second);
                checks.add(third);
                batches.add(fourth);
                raws.add(least);
                System.out.printf(
                        "round %d: %,.0f public, %,.0f logged queries/s, %,.0f checks/s, %,.0f in batches, baseline %,.0f%n",
                        round, first, second, third, fourth, least);
            }
        }
        return List.of(
                Figure.ratioAtLeast(
                        0.7, "Public point query", Samples.median(publics), Samples.median(raws), "requests/s"),
                Figure.ratioAtLeast(0.5, "Logged query", Samples.median(logged), Samples.median(raws), "requests/s"),
                Figure.ratioAtLeast(0.7, "Check", Samples.median(checks), Samples.median(raws), "requests/s"),
                Figure.told(
                        "Checks in batches of " + CHECKS_AT_ONCE,
                        Samples.median(batches),
                        Samples.median(raws),
                        "subjects/s"));
    }

    private HttpRequest publicLook(Document subject) {
        return get(bench.system().url("disclosure") + "/api/disclosure/public/subjects?q=" + subject.getString("code"));
    }

    private Function<Document, HttpRequest> loggedLook() {
        var token = door.token("approval-implementer");
        return subject -> HttpRequest.newBuilder(
                        URI.create(bench.system().url("disclosure") + "/api/disclosure/queries"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"purpose\":\"LICENCE\",\"matter\":\"benchmark\",\"subject\":{\"kind\":\"ORGANISATION\",\"code\":\"%s\"}}"
                                .formatted(subject.getString("code"))))
                .build();
    }

    private Function<String, HttpRequest> check() {
        return posted("checks", code -> "{%s}".formatted(asked(code)));
    }

    private Function<List<String>, HttpRequest> batchCheck() {
        return posted(
                "checks/batch",
                codes -> "{\"checks\":[{%s}]}"
                        .formatted(codes.stream().map(Queries::asked).collect(Collectors.joining("},{"))));
    }

    private <T> Function<T, HttpRequest> posted(String path, Function<T, String> body) {
        var token = new Door(bench.system(), "sanction").token("trading-implementer");
        return subject -> HttpRequest.newBuilder(URI.create(bench.system().url("sanction") + "/api/sanction/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.apply(subject)))
                .build();
    }

    static String asked(String code) {
        return "\"subject\":{\"kind\":\"ORGANISATION\",\"code\":\"%s\"},\"scene\":\"BIDDING\",\"item\":\"benchmark\",\"stage\":\"DECISION\""
                .formatted(code);
    }

    private static List<List<String>> batchesOf(List<String> codes) {
        return IntStream.range(0, Math.max(1, codes.size() / CHECKS_AT_ONCE))
                .mapToObj(batch ->
                        codes.subList(batch * CHECKS_AT_ONCE, Math.min(codes.size(), (batch + 1) * CHECKS_AT_ONCE)))
                .toList();
    }

    private List<Figure> searches() {
        var parts = new ArrayList<Double>();
        var wholes = new ArrayList<Double>();
        for (int i = -SEARCHES / 4; i < SEARCHES; i++) {
            var name = subjects.get(Math.floorMod(i, subjects.size()))
                    .getList("names", Document.class)
                    .getLast()
                    .getString("name");
            int from = Math.floorMod(i * 31, name.length() - 8);
            double part = search(name.substring(from, from + 3));
            double whole = search(name);
            if (i >= 0) {
                parts.add(part);
                wholes.add(whole);
            }
        }
        var name = "Search by a part of a name among %,d subjects, p"
                .formatted(bench.mongo()
                        .getDatabase("disclosure")
                        .getCollection("subjects")
                        .estimatedDocumentCount());
        return List.of(
                Figure.told(name + 50, Samples.percentile(parts, 50), Samples.percentile(wholes, 50), "ms"),
                Figure.told(name + 95, Samples.percentile(parts, 95), Samples.percentile(wholes, 95), "ms"));
    }

    private double search(String text) {
        var request = get(bench.system().url("disclosure") + "/api/disclosure/public/subjects?q="
                + URLEncoder.encode(text, StandardCharsets.UTF_8));
        long began = System.nanoTime();
        ask(request);
        return (System.nanoTime() - began) / 1e6;
    }

    /// Requests a second, of some clients at once.
    private <T> double rate(List<T> subjects, int requests, Function<T, HttpRequest> look) {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            long began = System.nanoTime();
            List<Callable<Void>> work = IntStream.range(0, CLIENTS)
                    .<Callable<Void>>mapToObj(client -> () -> {
                        for (int i = client; i < requests; i += CLIENTS) {
                            ask(look.apply(subjects.get(i % subjects.size())));
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> done : clients.invokeAll(work)) {
                done.get();
            }
            return requests / ((System.nanoTime() - began) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    private void awaitFloor(HttpRequest request) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                ask(request);
                return;
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof ConnectException) || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private void ask(HttpRequest request) {
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new IllegalStateException(request.uri().getPath() + " answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
