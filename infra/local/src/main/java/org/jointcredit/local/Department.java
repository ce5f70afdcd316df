package org.jointcredit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/// A department of the one list from which clients, users, topics and rights are made.
public record Department(String code, String name) {
    static List<Department> read(Path root) {
        var file = root.resolve("infra/platform/src/main/resources/law/departments.yaml");
        try (var text = Files.newBufferedReader(file)) {
            Map<String, List<Map<String, Object>>> document = new Yaml().load(text);
            return Objects.requireNonNull(document.get("departments"), "departments").stream()
                    .map(entry -> new Department(text(entry, "code"), text(entry, "name")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Map<String, Object> entry, String field) {
        return (String) Objects.requireNonNull(entry.get(field), field);
    }
}
