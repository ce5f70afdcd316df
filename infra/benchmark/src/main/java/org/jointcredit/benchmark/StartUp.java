package org.jointcredit.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.jointcredit.local.LocalSystem;
import org.jointcredit.local.PartStatus;

/// How long each service takes alone until it is healthy, with its AOT cache, and how much memory it then holds.
final class StartUp {
    private static final List<String> SERVICES =
            List.of("collection", "sanction", "disclosure", "objection", "gateway");
    private static final int ROUNDS = 3;

    private final LocalSystem system;

    StartUp(LocalSystem system) {
        this.system = system;
    }

    List<Figure> upOnBuiltCode() {
        system.down();
        var began = System.nanoTime();
        system.up();
        return List.of(Figure.atMost(90, "`up` on built code", (System.nanoTime() - began) / 1e9, null, "s"));
    }

    List<Figure> figures() {
        SERVICES.forEach(system::stop);
        var figures = new ArrayList<Figure>();
        for (var service : SERVICES) {
            var seconds = new ArrayList<Double>();
            var megabytes = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                var began = System.nanoTime();
                system.start(service);
                seconds.add((System.nanoTime() - began) / 1e9);
                megabytes.add(resident(service));
                system.stop(service);
            }
            figures.add(Figure.atMost(4, "Start of " + service + " alone", Samples.median(seconds), null, "s"));
            figures.add(
                    Figure.atMost(300, "Memory of " + service + ", started", Samples.median(megabytes), null, "MB"));
        }
        SERVICES.forEach(system::start);
        return figures;
    }

    /// What the services hold after everything else was measured.
    List<Figure> afterLoad() {
        return SERVICES.stream()
                .map(service ->
                        Figure.atMost(300, "Memory of " + service + ", after the load", resident(service), null, "MB"))
                .toList();
    }

    private double resident(String service) {
        return system.status().stream()
                .filter(part -> part.name().equals(service))
                .map(PartStatus::residentMegabytes)
                .flatMap(size -> size.stream())
                .mapToDouble(Long::doubleValue)
                .findFirst()
                .orElse(Double.NaN);
    }
}
