package org.jointcredit.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jointcredit.contract.event.CloudEvents;

/// From the sending of a listing on `trigger` to the arrival of each of its notices, at a steady rate, beside the
/// way of the same messages through one topic with nothing behind it. Product and baseline alternate.
final class Latency {
    private static final int LISTINGS_A_SECOND = 50;
    private static final int ROUNDS = 2;
    private static final int SECONDS_A_ROUND = 10;
    private static final int SECONDS_OF_WARMING = 3;

    private final Bench bench;
    private final Sample sample;

    Latency(Bench bench, Sample sample) {
        this.bench = bench;
        this.sample = sample;
    }

    List<Figure> figures() {
        product(SECONDS_OF_WARMING);
        baseline(SECONDS_OF_WARMING);
        var products = new ArrayList<Double>();
        var baselines = new ArrayList<Double>();
        for (int round = 1; round <= ROUNDS; round++) {
            products.addAll(product(SECONDS_A_ROUND));
            baselines.addAll(baseline(SECONDS_A_ROUND));
        }
        var name = "Trigger → response at " + LISTINGS_A_SECOND + " listings/s, p";
        return List.of(
                Figure.told(name + 50, Samples.percentile(products, 50), Samples.percentile(baselines, 50), "ms"),
                Figure.atMost(
                        500, name + 95, Samples.percentile(products, 95), Samples.percentile(baselines, 95), "ms"),
                Figure.told(name + 99, Samples.percentile(products, 99), Samples.percentile(baselines, 99), "ms"));
    }

    private List<Double> product(int seconds) {
        var listings = bench.facts().onTrigger(LISTINGS_A_SECOND * seconds);
        try (var arrivals = bench.notices()) {
            return latencies(listings, arrivals, sample.notices().size(), Arrivals::listing);
        }
    }

    private List<Double> baseline(int seconds) {
        var messages = bench.facts().onTrigger(LISTINGS_A_SECOND * seconds).stream()
                .map(listing ->
                        new ProducerRecord<>(Bench.TEST_TOPIC, null, listing.key(), listing.value(), listing.headers()))
                .toList();
        try (var arrivals = bench.testTopic()) {
            return latencies(messages, arrivals, 1, message -> Arrivals.header(message, CloudEvents.SUBJECT));
        }
    }

    private record Arrival(String listing, long at) {}

    /// @return milliseconds, one of each arrival
    private List<Double> latencies(
            List<ProducerRecord<String, byte[]>> messages,
            Arrivals arrivals,
            int arrivalsEach,
            Function<ConsumerRecord<String, byte[]>, String> listing) {
        var sending = CompletableFuture.supplyAsync(() -> sendSteadily(messages));
        var arrived = new ArrayList<Arrival>();
        arrivals.await(
                messages.size() * arrivalsEach, (record, at) -> arrived.add(new Arrival(listing.apply(record), at)));
        var sentAt = sending.join();
        return arrived.stream()
                .map(arrival -> (arrival.at() - sentAt.getOrDefault(arrival.listing(), arrival.at())) / 1e6)
                .toList();
    }

    /// @return when each listing should have been sent: a late sender does not flatter the figures
    private Map<String, Long> sendSteadily(List<ProducerRecord<String, byte[]>> messages) {
        var sentAt = new HashMap<String, Long>();
        long due = System.nanoTime();
        for (var message : messages) {
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            sentAt.put(
                    new String(message.headers().lastHeader(CloudEvents.SUBJECT).value(), UTF_8), due);
            bench.producer().send(message);
            due += TimeUnit.SECONDS.toNanos(1) / LISTINGS_A_SECOND;
        }
        return sentAt;
    }
}
