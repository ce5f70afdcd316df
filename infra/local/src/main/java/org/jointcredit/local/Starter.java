package org.jointcredit.local;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Brings parts up and remembers which it started, so that a start that fails leaves nothing behind.
final class Starter {
    /// How long a running process that does not answer is waited for before it is started anew.
    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final Duration END = Duration.ofSeconds(40);

    private final Layout layout;
    private final Progress progress;
    private final Queue<Part> started = new ConcurrentLinkedQueue<>();

    Starter(Layout layout, Progress progress) {
        this.layout = layout;
        this.progress = progress;
    }

    void ensure(Part part) {
        var began = System.nanoTime();
        var current = part.daemon().identity().equals(part.identity());
        if (part.isUp() && (current || !part.isOurs())) {
            progress.step(part.name() + " is running", began);
            return;
        }
        if (part.daemon().running().isPresent()) {
            if (!current) {
                stop(part);
            } else if (becomesHealthy(part, GRACE)) {
                progress.step(part.name() + " is running", began);
                return;
            } else {
                part.daemon().kill();
            }
        }
        requireFreePorts(part);
        part.prepare();
        began = System.nanoTime();
        started.add(part);
        part.launch();
        if (!becomesHealthy(part, part.patience())) {
            var log = layout.log(part.name());
            var what = part.daemon().running().isEmpty() ? " stopped while it was starting" : " did not become healthy";
            throw new Failure(part.name() + what + "; look at " + log + ", which ends so:\n" + Tools.lastLines(log, 8));
        }
        progress.step(part.name() + " is up", began);
    }

    static void requireFreePorts(Part part) {
        for (var port : part.ports()) {
            if (Tools.portInUse(port)) {
                throw new Failure(portInUse(part.name(), port));
            }
        }
    }

    static String portInUse(String name, int port) {
        return "Port " + port + ", which " + name
                + " needs, is used by another program: stop that program, or set JC_PORT_BASE to move all ports.";
    }

    static void stop(Part part) {
        part.daemon().stop(END);
    }

    void undo() {
        started.forEach(Starter::stop);
    }

    private static boolean becomesHealthy(Part part, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline && part.daemon().running().isPresent()) {
            part.settle();
            if (part.healthy()) {
                return true;
            }
            Tools.pause(Duration.ofMillis(100));
        }
        return false;
    }
}
