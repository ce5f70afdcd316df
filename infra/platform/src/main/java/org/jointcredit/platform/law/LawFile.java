package org.jointcredit.platform.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads {@code classpath:law/<kind>.yaml}, and the file of that name in the operator's directory beside it. */
final class LawFile {
    private LawFile() {}

    private record Versions(List<Version> versions) {}

    private record Version(String version, LocalDate effectiveFrom, String basis, List<Object> entries) {}

    /** The versions of a kind that the release ships, entries still untyped. */
    static List<LawVersion<Object>> versions(String kind) {
        return versions(kind, tree(kind), "law/" + kind + ".yaml");
    }

    /**
     * The shipped ones and those that the operator adds.
     *
     * @param directory null: there are none
     */
    static List<LawVersion<Object>> versions(String kind, @Nullable Path directory) {
        Path added = directory == null ? null : directory.resolve(kind + ".yaml");
        return added == null || !Files.exists(added)
                ? versions(kind)
                : Stream.concat(versions(kind).stream(), versions(kind, tree(added), added.toString()).stream())
                        .toList();
    }

    private static List<LawVersion<Object>> versions(String kind, Object tree, String file) {
        return StrictRecords.read(tree, Versions.class, file).versions().stream()
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

    private static Object tree(Path added) {
        try (InputStream file = Files.newInputStream(added)) {
            return yaml().load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(added + " cannot be read", e);
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
