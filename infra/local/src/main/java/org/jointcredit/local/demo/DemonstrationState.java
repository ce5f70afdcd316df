package org.jointcredit.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import org.jointcredit.local.LocalSystem;

/// Which days are played, kept with the system's state: so it goes on where it was stopped, tomorrow too.
///
/// @param seed `JC_DEMO_SEED`, or 77 after the number of the notice
record DemonstrationState(long seed, LocalDate from, LocalDate to) {
    private static final String FILE = "demonstration";

    static DemonstrationState of(LocalSystem system, Period length) {
        var file = system.stateFile(FILE);
        try {
            if (!Files.exists(file)) {
                var seed = Optional.ofNullable(System.getenv("JC_DEMO_SEED"))
                        .filter(text -> !text.isBlank())
                        .map(Long::valueOf)
                        .orElse(77L);
                var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
                Files.writeString(file, seed + " " + today.minus(length) + " " + today);
            }
            var parts = Files.readString(file).split(" ", -1);
            return new DemonstrationState(
                    Long.parseLong(parts[0]), LocalDate.parse(parts[1]), LocalDate.parse(parts[2].strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
