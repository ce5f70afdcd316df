package org.jointcredit.benchmark;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.jointcredit.contract.event.RecordFact;

/// Records on `record` → the register, events a second, beside raw upserts of the same documents of records and
/// subjects. Product and baseline alternate. Then the register is filled as a district's is.
final class Register {
    private static final int ROUNDS = 3;
    private static final int RECORDS_A_ROUND = 20_000;
    private static final int RECORDS_OF_WARMING = 5_000;

    private final Bench bench;
    private final RecordFacts facts;
    private final MongoCollection<Document> records;
    private final MongoCollection<Document> subjects;
    private final Floor recordsFloor;
    private final Floor subjectsFloor;

    Register(Bench bench) {
        this.bench = bench;
        this.facts = new RecordFacts(bench.cipher(), new Organisations(1));
        this.records = bench.mongo().getDatabase("disclosure").getCollection("records");
        this.subjects = bench.mongo().getDatabase("disclosure").getCollection("subjects");
        this.recordsFloor = new Floor(bench, "disclosure", "records");
        this.subjectsFloor = new Floor(bench, "disclosure", "subjects");
    }

    List<Figure> figures() {
        baseline(product(RECORDS_OF_WARMING).facts());
        var products = new ArrayList<Double>();
        var baselines = new ArrayList<Double>();
        for (int round = 1; round <= ROUNDS; round++) {
            var product = product(RECORDS_A_ROUND);
            products.add(product.rate());
            baselines.add(baseline(product.facts()));
            System.out.printf(
                    "round %d: %,.0f events/s, baseline %,.0f%n", round, products.getLast(), baselines.getLast());
        }
        return List.of(Figure.ratioAtLeast(
                0.5,
                "Records → register (%,d a round)".formatted(RECORDS_A_ROUND),
                Samples.median(products),
                Samples.median(baselines),
                "events/s"));
    }

    /// Until the register knows this many subjects.
    void fill(int subjectsWanted) {
        int missing = subjectsWanted - (int) subjects.estimatedDocumentCount();
        while (missing > 0) {
            product(Math.min(missing, RECORDS_A_ROUND));
            missing -= RECORDS_A_ROUND;
        }
    }

    private record Taken(List<RecordFact> facts, double rate) {}

    private Taken product(int count) {
        var told = facts.facts(count);
        long before = subjects.estimatedDocumentCount();
        long began = System.nanoTime();
        told.forEach(fact -> bench.producer().send(RecordFacts.onRecord(fact)));
        bench.producer().flush();
        while (subjects.estimatedDocumentCount() < before + count) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return new Taken(told, count / ((System.nanoTime() - began) / 1e9));
    }

    private double baseline(List<RecordFact> told) {
        var stored = all(records, told.stream().map(RecordFact::record).toList());
        var named = all(subjects, told.stream().map(fact -> fact.subject().id()).toList());
        long began = System.nanoTime();
        recordsFloor.upsert(stored);
        subjectsFloor.upsert(named);
        double rate = told.size() / ((System.nanoTime() - began) / 1e9);
        recordsFloor.empty();
        subjectsFloor.empty();
        return rate;
    }

    private static List<Document> all(MongoCollection<Document> from, List<String> ids) {
        return from.find(Filters.in("_id", ids)).into(new ArrayList<>());
    }
}
