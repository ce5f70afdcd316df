package org.jointcredit.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jointcredit.local.LocalSystem;

/// Brings up a system of its own, measures it beside its baselines and writes the table.
public final class Benchmark {
    private static final String LISTINGS = "--listings=";
    private static final String NOTICES = "--notices=";
    private static final String SUBJECTS = "--subjects=";
    private static final List<String> RUNS =
            List.of("startup", "latency", "gateway", "throughput", "stops", "overview", "imports", "register");

    private final Path root;
    private final LocalSystem system;
    private final List<String> runs;
    private final int listings;
    private final int notices;
    private final int subjects;

    private Benchmark(Path root, LocalSystem system, List<String> runs, int listings, int notices, int subjects) {
        this.root = root;
        this.system = system;
        this.runs = runs;
        this.listings = listings;
        this.notices = notices;
        this.subjects = subjects;
    }

    /// @param arguments run directory, port base, then what infra/benchmark/run was given
    public static void main(String[] arguments) throws IOException {
        var root = Path.of(Objects.requireNonNull(System.getProperty("jointcredit.root"), "jointcredit.root"));
        var wanted = new ArrayList<String>();
        int listings = 500;
        int notices = 1_000_000;
        int subjects = 200_000;
        for (var argument : List.of(arguments).subList(2, arguments.length)) {
            if (argument.startsWith(LISTINGS)) {
                listings = Integer.parseInt(argument.substring(LISTINGS.length()));
            } else if (argument.startsWith(NOTICES)) {
                notices = Integer.parseInt(argument.substring(NOTICES.length()));
            } else if (argument.startsWith(SUBJECTS)) {
                subjects = Integer.parseInt(argument.substring(SUBJECTS.length()));
            } else if (RUNS.contains(argument)) {
                wanted.add(argument);
            } else {
                System.err.println("\"" + argument
                        + "\" is unknown; there are --listings=NUMBER, --notices=NUMBER, --subjects=NUMBER "
                        + "and "
                        + RUNS + ".");
                System.exit(2);
            }
        }
        var system = LocalSystem.open(root, Path.of(arguments[0]), Integer.parseInt(arguments[1]), System.out::println);
        new Benchmark(root, system, wanted.isEmpty() ? RUNS : wanted, listings, notices, subjects).run();
    }

    private void run() throws IOException {
        system.reset();
        system.up();
        try {
            var before = Machine.load();
            var figures = measure();
            var report = new Report(figures, before, Machine.load()).markdown();
            System.out.println();
            System.out.println(report);
            if (runs.containsAll(RUNS)) {
                write(report);
            }
        } finally {
            system.down();
        }
    }

    private List<Figure> measure() {
        var figures = new ArrayList<Figure>();
        var startUp = new StartUp(system);
        if (runs.contains("startup")) {
            figures.addAll(startUp.upOnBuiltCode());
            figures.addAll(startUp.figures());
        }
        try (var bench = new Bench(system)) {
            var sample = Sample.take(bench);
            var office = new Office(system);
            if (runs.contains("latency")) {
                figures.addAll(new Latency(bench, sample).figures());
            }
            if (runs.contains("gateway")) {
                figures.addAll(new Gateway(system).figures());
            }
            if (runs.contains("throughput")) {
                figures.addAll(new Throughput(bench, sample, listings, office).figures());
            }
            if (runs.contains("stops")) {
                figures.addAll(new Stops(bench, sample, listings).figures());
            }
            if (runs.contains("overview")) {
                figures.addAll(new Overview(bench, sample, office, notices).figures());
            }
            if (runs.contains("imports")) {
                figures.addAll(new Imports(bench).figures());
            }
            if (runs.contains("register")) {
                var register = new Register(bench);
                figures.addAll(register.figures());
                register.fill(subjects);
                figures.addAll(new Queries(bench).figures());
            }
        }
        if (runs.contains("startup")) {
            figures.addAll(startUp.afterLoad());
        }
        return figures;
    }

    private void write(String report) throws IOException {
        var file = root.resolve("infra/benchmark/results/" + LocalDate.now(ZoneOffset.UTC) + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
        System.out.println("Written to " + root.relativize(file) + ".");
    }
}
