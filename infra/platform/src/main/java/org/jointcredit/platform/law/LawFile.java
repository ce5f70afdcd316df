package org.jointcredit.platform.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads {@code classpath:law/<kind>.yaml}. */
final class LawFile {
    private LawFile() {}

    private record Versions(List<Version> versions) {}

    private record Version(String version, LocalDate effectiveFrom, String basis, List<Object> entries) {}

    /** The versions of a kind, entries still untyped. */
    static List<LawVersion<Object>> versions(String kind) {
        return StrictRecords.read(tree(kind), Versions.class, "law/" + kind + ".yaml").versions().stream()
                .map(v -> new LawVersion<>(kind, v.version(), v.effectiveFrom(), v.basis(), v.entries()))
                .toList();
    }

    /** What a file without versions holds. */
    static <T> T whole(String kind, Class<T> type) {
        return StrictRecords.read(tree(kind), type, "law/" + kind + ".yaml");
    }

    private static Object tree(String kind) {
        try (InputStream file = LawFile.class.getResourceAsStream("/law/" + kind + ".yaml")) {
            if (file == null) {
                throw new IllegalStateException("law/" + kind + ".yaml is missing from the class path");
            }
            return yaml().load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("law/" + kind + ".yaml cannot be read", e);
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new DatesStayText());
    }

    /** A date is read as the day it says; YAML's own dates are instants and move with the zone. */
    private static final class DatesStayText extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, regexp, first, limit);
            }
        }
    }
}
