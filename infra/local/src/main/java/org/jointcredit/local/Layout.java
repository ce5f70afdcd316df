package org.jointcredit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where things lie. `run` belongs to one system; the cache of what was expensive to fetch or build belongs to the
/// checkout and is shared by all systems that run from it.
record Layout(Path root, Path run) {
    Path cache() {
        return made(root.resolve("infra/local/.run/cache"));
    }

    Path logs() {
        return made(run.resolve("log"));
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /// State of one part that is not data: process id, generated settings.
    Path state(String file) {
        return made(run.resolve("state")).resolve(file);
    }

    Path data(String name) {
        return made(run.resolve("data").resolve(name));
    }

    Path secrets() {
        return made(run).resolve("secrets");
    }

    Path lock() {
        return made(run).resolve("lock");
    }

    static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
