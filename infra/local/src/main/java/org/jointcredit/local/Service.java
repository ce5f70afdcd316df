package org.jointcredit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// One of our services, run from its unpacked jar with an AOT cache that is trained once per jar.
final class Service implements Part {
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final String HEAP = "-Xmx224m";
    /// Files of a million rows are taken in with this much (C2).
    private static final Map<String, String> HEAPS = Map.of("collection", "-Xmx512m");

    private final String name;
    private final Path jar;
    private final int port;
    private final Supplier<Map<String, String>> environment;
    private final String tokenUrl;
    private final Layout layout;
    private final Parts parts;
    private final Progress progress;
    private final Daemon daemon;

    Service(
            String name,
            String module,
            int port,
            Supplier<Map<String, String>> environment,
            String tokenUrl,
            Layout layout,
            Parts parts,
            Progress progress) {
        this.name = name;
        this.jar = layout.root().resolve(module + "/target/" + module + "-0.1.0-SNAPSHOT-exec.jar");
        this.port = port;
        this.environment = environment;
        this.tokenUrl = tokenUrl;
        this.layout = layout;
        this.parts = parts;
        this.progress = progress;
        this.daemon = new Daemon(name, layout);
    }

    /// Whether the project has this service yet.
    boolean exists() {
        return Files.exists(jar);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public Daemon daemon() {
        return daemon;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(120);
    }

    @Override
    public String identity() {
        return Tools.sha256(jar).substring(0, 16);
    }

    @Override
    public boolean healthy() {
        return Tools.status("http://127.0.0.1:" + port + "/actuator/health") == 200;
    }

    @Override
    public void prepare() {
        var program = unpacked();
        if (!Files.exists(cache(program))) {
            train(program);
        }
    }

    @Override
    public void launch() {
        var program = unpacked();
        var cache = cache(program);
        var options = Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.<String>of();
        daemon.start(command(program, options), environment.get(), identity());
    }

    private Path unpacked() {
        var place = parts.cached(
                entryPrefix() + identity() + "-jdk" + Runtime.version().feature() + "."
                        + Runtime.version().interim() + "." + Runtime.version().update(),
                name + " unpacked",
                this::unpack);
        touch(place);
        return place;
    }

    private void unpack(Path target) {
        var command = new ArrayList<>(List.of(Tools.java(), "-Djarmode=tools", "-jar", jar.toString(), "extract"));
        command.addAll(List.of("--force", "--destination", target.toString()));
        parts.require(command, "Unpacking " + jar, "build it again");
        removeOld();
    }

    private String entryPrefix() {
        return "service-" + name + "-";
    }

    private static Path cache(Path program) {
        return program.resolve("app.aot");
    }

    /// A run that leaves before listeners and web server start. Without its cache the service only starts slower.
    private void train(Path program) {
        var began = System.nanoTime();
        var draft = program.resolve("app.aot." + ProcessHandle.current().pid());
        var log = layout.log(name + "-training");
        var options = List.of("-XX:AOTCacheOutput=" + draft, "-Dspring.context.exit=onRefresh");
        Tools.run(command(program, options), environment.get(), layout.run(), log, Duration.ofMinutes(5));
        try {
            if (Files.exists(draft)) {
                Files.move(draft, cache(program), StandardCopyOption.ATOMIC_MOVE);
                progress.step(name + ": AOT cache trained", began);
            } else {
                progress.step(name + ": no AOT cache, see its training log", began);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(Path program, List<String> options) {
        var command = new ArrayList<>(List.of(Tools.java()));
        command.add(HEAPS.getOrDefault(name, HEAP));
        command.addAll(JVM);
        command.addAll(options);
        command.add("-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + tokenUrl);
        command.addAll(List.of("-jar", program.resolve(jar.getFileName()).toString()));
        return command;
    }

    /// Keeps the two that were used last: another system may run from one of them.
    private void removeOld() {
        try (var entries = Files.list(layout.cache())) {
            entries.filter(entry -> entry.getFileName().toString().startsWith(entryPrefix()))
                    .filter(entry ->
                            Files.isDirectory(entry) && !entry.toString().endsWith(".part"))
                    .sorted(Comparator.comparing(Service::lastUsed).reversed())
                    .skip(2)
                    .forEach(Tools::deleteTree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime lastUsed(Path place) {
        try {
            return Files.getLastModifiedTime(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void touch(Path place) {
        try {
            Files.setLastModifiedTime(place, FileTime.from(java.time.Instant.now()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
