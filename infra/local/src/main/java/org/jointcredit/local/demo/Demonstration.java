package org.jointcredit.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jointcredit.local.Failure;
import org.jointcredit.local.LocalSystem;
import org.jointcredit.local.demo.Submissions.Taken;

/// The main job on real input: the sample listings go in, half over REST and half over Kafka, every agency answers its
/// notices, and what came of it is counted from the answers of the services. Done twice it changes nothing.
public final class Demonstration {
    private final LocalSystem system;
    private final Submissions submissions;

    private Demonstration(LocalSystem system) {
        this.system = system;
        this.submissions = new Submissions(system);
    }

    /// Plays it on a running system.
    ///
    /// @return the table for the terminal
    /// @throws Failure when a listing is refused, or has no notices and nothing moves any more
    public static String play(LocalSystem system) {
        var began = System.nanoTime();
        try {
            return new Demonstration(system).play(began);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    private String play(long began) throws ExecutionException, InterruptedException {
        var samples = Sample.all();
        var numbers = samples.stream().map(Sample::number).collect(Collectors.toSet());
        var over = new AtomicBoolean();
        var agencies = new ArrayList<Future<?>>();
        String table;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (var department : system.departments()) {
                    agencies.add(threads.submit(new Agency(system, department, numbers, over::get)));
                }
                var taken = handIn(samples, threads);
                var office = new Office(system);
                var figures = office.settled(triggering(taken, office.referenceLists()));
                table = Table.of(system, taken, figures, (System.nanoTime() - began) / 1e9);
            } finally {
                over.set(true);
            }
        }
        for (var agency : agencies) {
            agency.get();
        }
        new People(system, submissions).introduce();
        return table;
    }

    /// Every other listing over REST, the rest over Kafka.
    private List<Taken> handIn(List<Sample> samples, ExecutorService threads)
            throws ExecutionException, InterruptedException {
        var rest = new ArrayList<Sample>();
        var kafka = new ArrayList<Sample>();
        samples.forEach(sample -> (rest.size() > kafka.size() ? kafka : rest).add(sample));
        var overKafka = threads.submit(() -> submissions.overKafka(kafka));
        var taken = new ArrayList<Taken>();
        for (var sample : rest) {
            taken.add(submissions.overRest(sample));
        }
        taken.addAll(overKafka.get());
        return taken;
    }

    private static Set<String> triggering(List<Taken> taken, Set<String> referenceLists) {
        return taken.stream()
                .filter(each -> !referenceLists.contains(each.sample().listType()))
                .map(Taken::id)
                .collect(Collectors.toSet());
    }
}
