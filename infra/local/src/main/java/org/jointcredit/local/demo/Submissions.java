package org.jointcredit.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EventIds;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Receipt;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.local.Failure;
import org.jointcredit.local.LocalSystem;
import tools.jackson.databind.JsonNode;

/// Hands in listings as the systems of their departments do, and keeps what collection answered to each.
final class Submissions {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalSystem system;

    Submissions(LocalSystem system) {
        this.system = system;
    }

    /// @param id of the listing
    /// @param known it had been taken before
    record Taken(Sample sample, String id, String subject, boolean known) {}

    Taken overRest(Sample sample) {
        var door = new FrontDoor(system.url("gateway"), system.token(sample.system()));
        var answer = door.post("/api/collection/listings", sample.listing());
        if (answer.status() != 200 && answer.status() != 201) {
            throw refused(sample, answer.body().path("errors"));
        }
        return new Taken(
                sample,
                Sample.text(answer.body(), "id"),
                Sample.text(answer.body().path("subject"), "id"),
                answer.status() == 200);
    }

    /// Each department in its own topic; waits for every receipt.
    List<Taken> overKafka(List<Sample> samples) {
        var departments = samples.stream().collect(Collectors.groupingBy(Sample::department));
        var tasks = departments.entrySet().stream()
                .map(each -> (Callable<List<Taken>>) () -> department(each.getKey(), each.getValue()))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var taken = new ArrayList<Taken>();
            for (var task : threads.invokeAll(tasks)) {
                taken.addAll(task.get());
            }
            return taken;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    private List<Taken> department(String department, List<Sample> samples) {
        var waiting = new HashMap<String, Sample>();
        try (var producer = Messages.producer(system, department)) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (var sample : samples) {
                var id = EventIds.next();
                waiting.put(id, sample);
                sent.add(producer.send(Messages.message(
                        Topics.intake(department),
                        sample.number(),
                        department,
                        id,
                        EventTypes.LISTING_SUBMITTED,
                        sample.listing())));
            }
            Messages.await(sent);
        }
        return receipts(department, waiting);
    }

    private List<Taken> receipts(String department, Map<String, Sample> waiting) {
        var taken = new ArrayList<Taken>();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = Messages.consumer(system, department, Topics.receipt(department))) {
            while (!waiting.isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new Failure("Collection did not answer " + waiting.size() + " listings of " + department
                            + " on Kafka within " + PATIENCE.toSeconds() + " s; see infra/local/logs collection.");
                }
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    var sample = waiting.remove(Messages.header(message, CloudEvents.CAUSATION_ID));
                    if (sample != null) {
                        taken.add(taken(sample, Messages.read(message, Receipt.class)));
                    }
                }
                consumer.commitSync();
            }
        }
        return taken;
    }

    private static Taken taken(Sample sample, Receipt receipt) {
        if (receipt.outcome() == Receipt.Outcome.REFUSED || receipt.id() == null) {
            throw new Failure(refusal(
                    sample,
                    receipt.errors().stream()
                            .map(error -> error.field() + " " + error.code())
                            .collect(Collectors.joining(", "))));
        }
        return new Taken(sample, receipt.id(), "", receipt.outcome() == Receipt.Outcome.UNCHANGED);
    }

    private static Failure refused(Sample sample, JsonNode errors) {
        return new Failure(refusal(
                sample,
                errors.valueStream()
                        .map(error -> Sample.text(error, "field") + " " + Sample.text(error, "code"))
                        .collect(Collectors.joining(", "))));
    }

    private static String refusal(Sample sample, String errors) {
        return "Collection refused the listing " + sample.number() + " of the demonstration (" + errors
                + "); infra/local/reset starts afresh.";
    }
}
