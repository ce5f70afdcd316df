package org.jointcredit.platform.law;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code classpath:law/<kind>.yaml} strictly: an unknown key, a missing one (unless {@code @Nullable}) or a value
 * of another type fails with file, entry and key, because a typing error in the law must not start a service.
 */
final class LawFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .annotationIntrospector(new NullableIsOptional())
            // a key without a value is a missing one
            .changeDefaultPropertyInclusion(include -> include.withContentInclusion(Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private LawFile() {}

    /** The only list of a file that has no versions of its own. */
    static <T> List<T> list(String kind, Class<T> entryType) {
        return entries(kind, kind, tree(kind).get(kind), entryType);
    }

    static Map<String, Object> tree(String kind) {
        try (InputStream file = LawFile.class.getResourceAsStream("/law/" + kind + ".yaml")) {
            if (file == null) {
                throw new IllegalStateException("law/" + kind + ".yaml is missing from the class path");
            }
            return yaml().load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("law/" + kind + ".yaml cannot be read", e);
        }
    }

    static <T> List<T> entries(String kind, String key, @Nullable Object list, Class<T> entryType) {
        if (!(list instanceof List<?> trees)) {
            throw new IllegalStateException("law/" + kind + ".yaml has no list " + key);
        }
        List<T> entries = new ArrayList<>();
        for (Object tree : trees) {
            entries.add(entry(kind, tree, entryType));
        }
        return List.copyOf(entries);
    }

    private static <T> T entry(String kind, Object tree, Class<T> entryType) {
        try {
            return JSON.convertValue(tree, entryType);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "law/" + kind + ".yaml, entry " + nameOf(tree) + ": " + e.getOriginalMessage() + " (at "
                            + e.getPathReference() + ")",
                    e);
        }
    }

    private static Object nameOf(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Object name = map.containsKey("code") ? map.get("code") : map.get("id");
            return name == null ? map : name;
        }
        return tree;
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new DatesStayText());
    }

    /** A date is read by Jackson as the day it says; YAML's own dates are instants and move with the zone. */
    private static final class DatesStayText extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, regexp, first, limit);
            }
        }
    }

    private static final class NullableIsOptional extends JacksonAnnotationIntrospector {
        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            if (member instanceof AnnotatedParameter parameter
                    && parameter.getOwner().getAnnotated() instanceof Executable creator) {
                AnnotatedType type = creator.getAnnotatedParameterTypes()[parameter.getIndex()];
                return !type.isAnnotationPresent(Nullable.class);
            }
            return super.hasRequiredMarker(config, member);
        }
    }
}
