package org.jointcredit.collection.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The samples of the interfaces with what must become of each row. */
final class Samples {
    private Samples() {}

    /** @param field and code that the answer of a refused row must contain */
    record Expected(int row, Outcome outcome, String field, String code) {}

    static byte[] bytes(String name) {
        try (InputStream file = Samples.class.getResourceAsStream("/samples/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Expected> expected(String name) {
        return new String(bytes(name), UTF_8)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .map(cells -> new Expected(Integer.parseInt(cells[0]), Outcome.valueOf(cells[1]), cells[2], cells[3]))
                .toList();
    }
}
