package org.jointcredit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What has to be fetched or built once and is kept in the cache. An entry appears whole or not at all.
final class Parts {
    private final Layout layout;
    private final Progress progress;

    Parts(Layout layout, Progress progress) {
        this.layout = layout;
        this.progress = progress;
    }

    /// @param make fills the empty directory it is given
    Path cached(String entry, String what, Consumer<Path> make) {
        var place = layout.cache().resolve(entry);
        if (Files.isDirectory(place)) {
            return place;
        }
        try (var channel = FileChannel.open(
                        layout.cache().resolve(entry + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (Files.isDirectory(place)) {
                return place;
            }
            var draft = layout.cache().resolve(entry + ".part");
            Tools.deleteTree(draft);
            Layout.made(draft);
            var began = System.nanoTime();
            make.accept(draft);
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            progress.step(what, began);
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs one execution of parts.xml, which copies artefacts of the Maven repository to `target`.
    void fetch(String goal, String what, Path target) {
        var command = new ArrayList<>(List.of(layout.root().resolve("mvnw").toString()));
        command.addAll(List.of("-B", "-ntp", "-q", "-f", "infra/local/parts.xml", goal, "-Dparts.directory=" + target));
        require(command, what, "see that Maven reaches its repository");
    }

    void require(List<String> command, String what, String remedy) {
        var log = layout.log("prepare");
        var home = Map.of("JAVA_HOME", System.getProperty("java.home"));
        if (Tools.run(command, home, layout.root(), log, Duration.ofMinutes(15)) != 0) {
            throw new Failure(what + " failed; " + remedy + " (" + log + " says more).\n" + Tools.lastLines(log, 5));
        }
    }
}
