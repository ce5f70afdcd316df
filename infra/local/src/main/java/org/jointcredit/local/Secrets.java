package org.jointcredit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Passwords and keys of this system: made when first asked for, kept in one file that only its owner reads
/// (`name=value`, one a line).
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Map<String, String> values = new TreeMap<>();

    Secrets(Path file) {
        this.file = file;
        read();
    }

    Path file() {
        return file;
    }

    /// A password of 128 random bits.
    synchronized String password(String name) {
        return get(name, () -> HexFormat.of().formatHex(random(16)));
    }

    /// A key ring of one 256-bit key, as `kid:base64`.
    synchronized String keyRing(String name) {
        return get(name, () -> "k1:" + Base64.getEncoder().encodeToString(random(32)));
    }

    synchronized Optional<String> find(String name) {
        read();
        return Optional.ofNullable(values.get(name));
    }

    private String get(String name, java.util.function.Supplier<String> maker) {
        var known = values.get(name);
        if (known != null) {
            return known;
        }
        var made = maker.get();
        values.put(name, made);
        write();
        return made;
    }

    private void read() {
        try {
            if (Files.exists(file)) {
                for (var line : Files.readAllLines(file)) {
                    var equals = line.indexOf('=');
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        var text = new StringBuilder();
        values.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        try {
            Tools.writeSecret(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] random(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
