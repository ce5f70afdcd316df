package org.jointcredit.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A part outlives the launcher and is known again by a later one.
final class DaemonTest {
    @TempDir
    Path run;

    private Daemon daemon() {
        return new Daemon("sleeper", new Layout(run, run));
    }

    @AfterEach
    void end() {
        daemon().kill();
    }

    @Test
    void aRunningProcessIsKnownByASecondLauncher() {
        daemon().start(List.of("sleep", "60"), Map.of(), "jar 1");

        assertThat(daemon().running()).isPresent();
        assertThat(daemon().identity()).isEqualTo("jar 1");
    }

    @Test
    void aStoppedProcessIsForgotten() {
        daemon().start(List.of("sleep", "60"), Map.of(), "");
        var process = daemon().running().orElseThrow();

        daemon().stop(Duration.ofSeconds(10));

        assertThat(daemon().running()).isEmpty();
        assertThat(process.onExit())
                .as("the process has ended; its parent, this test, may take it out of the table a moment later")
                .succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotOurs() throws Exception {
        daemon().start(List.of("sleep", "60"), Map.of(), "");
        var process = daemon().running().orElseThrow();
        Files.writeString(run.resolve("state/sleeper.pid"), process.pid() + "\n1000\n\n");

        assertThat(daemon().running()).isEmpty();

        process.destroyForcibly();
    }
}
