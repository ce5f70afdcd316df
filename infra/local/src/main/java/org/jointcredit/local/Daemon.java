package org.jointcredit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One detached process of the operating system, known again later by its process id and start time. It has a session
/// of its own, writes to its own log and holds none of the caller's open files.
final class Daemon {
    /// The start time is read from the kernel in hundredths of a second and shifts when the clock is set.
    private static final long SAME_START_MILLIS = 10_000;

    private final String name;
    private final Layout layout;

    Daemon(String name, Layout layout) {
        this.name = name;
        this.layout = layout;
    }

    /// @param identity what the process was made from; see [#identity()]
    void start(List<String> command, Map<String, String> environment, String identity) {
        var log = layout.log(name).toFile();
        var builder = new ProcessBuilder(inOwnSession(command))
                .directory(layout.run().toFile())
                .redirectInput(new java.io.File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start().toHandle();
            Files.writeString(
                    pidFile(), process.pid() + "\n" + startMillis(process).orElse(0L) + "\n" + identity + "\n");
        } catch (IOException e) {
            throw new Failure(
                    name + " cannot be started (" + e.getMessage() + "); install what is missing and try again.", e);
        }
    }

    private static List<String> inOwnSession(List<String> command) {
        if (!Tools.onPath("setsid")) {
            return command;
        }
        var detached = new ArrayList<>(List.of("setsid"));
        detached.addAll(command);
        return detached;
    }

    Optional<ProcessHandle> running() {
        var lines = pidLines();
        if (lines.size() < 2) {
            return Optional.empty();
        }
        var started = Long.parseLong(lines.get(1));
        return ProcessHandle.of(Long.parseLong(lines.get(0)))
                .filter(process -> process.isAlive() && !isZombie(process))
                .filter(process -> startMillis(process)
                        .map(millis -> Math.abs(millis - started) < SAME_START_MILLIS)
                        .orElse(true));
    }

    /// What the running process was made from, so that a newer build can be told from it.
    String identity() {
        var lines = pidLines();
        return lines.size() < 3 ? "" : lines.get(2);
    }

    /// Asks it to end and waits; does not ask twice.
    void stop(Duration patience) {
        running().ifPresent(process -> {
            process.destroy();
            if (!ended(process, patience)) {
                process.destroyForcibly();
                ended(process, Duration.ofSeconds(10));
            }
        });
        forget();
    }

    /// SIGKILL.
    void kill() {
        running().ifPresent(process -> {
            process.destroyForcibly();
            ended(process, Duration.ofSeconds(10));
        });
        forget();
    }

    /// Resident memory in MB, where the operating system tells.
    Optional<Long> residentMegabytes() {
        return running()
                .flatMap(process -> procStatus(process, "VmRSS:")
                        .map(value -> Long.parseLong(value.replaceAll("[^0-9]", "")) / 1024));
    }

    private static boolean ended(ProcessHandle process, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive() || isZombie(process)) {
                return true;
            }
            try {
                process.onExit().get(100, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException _) {
                // look again: a process whose parent has gone may stay as a zombie
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CompletionException(e);
            } catch (ExecutionException e) {
                throw new CompletionException(e);
            }
        }
        return false;
    }

    /// Where the first process of a container reaps nothing, the dead stay in the table. As long as a thread is left
    /// it still holds its ports.
    private static boolean isZombie(ProcessHandle process) {
        return procStatus(process, "State:").map(state -> state.startsWith("Z")).orElse(false) && threads(process) <= 1;
    }

    private static long threads(ProcessHandle process) {
        try (var tasks = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            return tasks.count();
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }

    private static Optional<String> procStatus(ProcessHandle process, String key) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(key.length()).strip())
                    .findFirst();
        } catch (IOException | UncheckedIOException _) {
            return Optional.empty();
        }
    }

    private static Optional<Long> startMillis(ProcessHandle process) {
        return process.info().startInstant().map(java.time.Instant::toEpochMilli);
    }

    private List<String> pidLines() {
        try {
            return Files.exists(pidFile()) ? Files.readAllLines(pidFile()) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pidFile() {
        return layout.state(name + ".pid");
    }
}
