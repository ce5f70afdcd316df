package org.jointcredit.benchmark;

import com.mongodb.client.MongoCollection;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.Claim;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ObjectionFact;
import org.jointcredit.contract.event.ObjectionState;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.local.demo.Invention;

/// An objection on `remedy` → the check is silent and every agency has its suspension, among many open actions and
/// while
/// listings flow.
final class Stops {
    private static final int OPEN_ACTIONS = 10_000;
    private static final int OBJECTIONS = 200;

    private final Bench bench;
    private final Sample sample;
    private final int listings;
    private final Door agency;
    private final MongoCollection<Document> actions;

    Stops(Bench bench, Sample sample, int listings) {
        this.bench = bench;
        this.sample = sample;
        this.listings = listings;
        this.agency = new Door(bench.system(), "sanction");
        this.actions = bench.mongo().getDatabase("sanction").getCollection("actions");
    }

    private record Arrival(String listing, long at) {}

    List<Figure> figures() {
        var random = new Random(7);
        var objected = Stream.generate(() -> bench.facts().fact(Invention.code(random)))
                .limit(OBJECTIONS)
                .toList();
        open(objected);
        var silences = new ArrayList<Double>();
        var arrived = new ArrayList<Arrival>();
        Map<String, Long> sentAt = new ConcurrentHashMap<>();
        var flood = bench.facts().onTrigger(2 * listings);
        try (var arrivals = bench.notices()) {
            flood.forEach(bench.producer()::send);
            var stopping = CompletableFuture.runAsync(
                    () -> objected.forEach(listing -> silences.add(untilSilent(listing, sentAt))));
            arrivals.await((flood.size() + OBJECTIONS) * sample.notices().size(), (record, at) -> {
                if (Arrivals.header(record, CloudEvents.TYPE).equals(EventTypes.NOTICE_SUSPENDED)) {
                    arrived.add(new Arrival(Arrivals.listing(record), at));
                }
            });
            stopping.join();
        }
        var suspensions = arrived.stream()
                .map(arrival -> (arrival.at() - Objects.requireNonNull(sentAt.get(arrival.listing()))) / 1e6)
                .toList();
        var among = " (%,d open actions), p99".formatted(OPEN_ACTIONS);
        return List.of(
                Figure.atMost(
                        1_000,
                        "Objection → check silent, while listings flow" + among,
                        Samples.percentile(silences, 99),
                        null,
                        "ms"),
                Figure.atMost(
                        5_000,
                        "Objection → suspension on every agency's topic, while listings flow" + among,
                        Samples.percentile(suspensions, 99),
                        null,
                        "ms"));
    }

    private void open(List<ListingFact> objected) {
        send(objected.stream().map(Facts::onTrigger).toList());
        int missing = OPEN_ACTIONS - (int) actions.estimatedDocumentCount();
        while (missing > 0) {
            send(bench.facts().onTrigger(Math.min(missing, listings)));
            missing -= listings;
        }
    }

    private void send(List<ProducerRecord<String, byte[]>> facts) {
        try (var arrivals = bench.notices()) {
            facts.forEach(bench.producer()::send);
            arrivals.await(facts.size() * sample.notices().size(), (_, _) -> {});
        }
    }

    /// Milliseconds.
    private double untilSilent(ListingFact listing, Map<String, Long> sentAt) {
        var code = String.valueOf(listing.subject().code());
        if (!isHit(code)) {
            throw new IllegalStateException("the check does not name what an objection is to stop");
        }
        var objection = objection(listing);
        long began = System.nanoTime();
        sentAt.put(listing.listing(), began);
        bench.producer()
                .send(Facts.told(
                        Topics.REMEDY,
                        EventTypes.OBJECTION_RECEIVED,
                        objection.subject(),
                        objection.objection(),
                        objection.receivedAt(),
                        1,
                        objection));
        while (isHit(code)) {
            Thread.onSpinWait();
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private boolean isHit(String code) {
        return agency.ask(
                        "trading-implementer",
                        "/api/sanction/checks",
                        request -> request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{%s}".formatted(Queries.asked(code)))))
                .path("hit")
                .asBoolean();
    }

    private static ObjectionFact objection(ListingFact listing) {
        return new ObjectionFact(
                UUID.randomUUID().toString(),
                "benchmark",
                listing.subject().id(),
                listing.department(),
                new Against(Against.Kind.LISTING, listing.listing()),
                Claim.WRONG,
                ObjectionState.RECEIVED,
                null,
                true,
                List.of(),
                LocalDate.of(2026, 12, 31),
                false,
                null,
                "benchmark",
                Instant.now(),
                null);
    }
}
