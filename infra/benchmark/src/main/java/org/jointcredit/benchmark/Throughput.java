package org.jointcredit.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;

/// Listings on `trigger` → notices on the agencies' topics, a second, beside the floor: as many documents of the same
/// kind, with the same indexes, in raw bulk upserts of 1,000 (majority, journal), and as many sends of the same
/// messages to one topic (acks=all). Product and baseline alternate; the medians count.
final class Throughput {
    private static final int ROUNDS = 3;

    private final Bench bench;
    private final Sample sample;
    private final int listings;
    private final Office office;
    private final Floor floor;

    Throughput(Bench bench, Sample sample, int listings, Office office) {
        this.bench = bench;
        this.sample = sample;
        this.listings = listings;
        this.office = office;
        this.floor = new Floor(bench, "sanction", "notices");
    }

    List<Figure> figures() {
        product();
        baseline();
        var products = new ArrayList<Double>();
        var baselines = new ArrayList<Double>();
        double behind = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            try (var lag = new Lag(office)) {
                products.add(product());
                behind = Math.max(behind, lag.largest());
            }
            baselines.add(baseline());
            System.out.printf(
                    "round %d: %,.0f notices/s, baseline %,.0f%n", round, products.getLast(), baselines.getLast());
        }
        return List.of(
                Figure.ratioAtLeast(
                        0.7,
                        "Listings → notices (%,d listings, %,d notices)".formatted(listings, count()),
                        Samples.median(products),
                        Samples.median(baselines),
                        "notices/s"),
                Figure.atMost(5, "Figures of supervision behind meanwhile, at most", behind, null, "s"));
    }

    private int count() {
        return listings * sample.notices().size();
    }

    private double product() {
        var facts = bench.facts().onTrigger(listings);
        try (var arrivals = bench.notices()) {
            facts.forEach(bench.producer()::send);
            bench.producer().flush();
            return arrivals.await(count(), (_, _) -> {});
        }
    }

    private record Copy(Document stored, ProducerRecord<String, byte[]> sent) {}

    private double baseline() {
        var work = new ArrayList<Copy>();
        for (int listing = 0; listing < listings; listing++) {
            var action = UUID.randomUUID().toString();
            sample.notices().forEach(notice -> work.add(copy(notice, action)));
        }
        try (var arrivals = bench.testTopic()) {
            var writing = CompletableFuture.runAsync(() -> write(work));
            double rate = arrivals.await(work.size(), (_, _) -> {});
            writing.join();
            return rate;
        }
    }

    private static Copy copy(Sample.Notice notice, String action) {
        var id = notice.stored().getString("_id");
        var stored = new Document(notice.stored());
        stored.put("_id", action + id.substring(id.indexOf(':')));
        stored.put("action", action);
        stored.put("listing", action);
        var sent = notice.sent();
        return new Copy(stored, new ProducerRecord<>(Bench.TEST_TOPIC, null, sent.key(), sent.value(), sent.headers()));
    }

    private void write(List<Copy> work) {
        for (int from = 0; from < work.size(); from += Floor.A_BULK) {
            var bulk = work.subList(from, Math.min(from + Floor.A_BULK, work.size()));
            floor.upsert(bulk.stream().map(Copy::stored).toList());
            bulk.forEach(copy -> bench.producer().send(copy.sent()));
        }
        bench.producer().flush();
    }
}
