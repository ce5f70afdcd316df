package org.jointcredit.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Each schema says what its record says: the same members, the same of them required, the same values.
class SchemaTest {
    static Stream<String> schemas() {
        return EventCatalogue.files(EventCatalogue.RESOURCES.resolve("schema")).stream()
                .map(file -> file.getFileName().toString().replace(".json", ""))
                .filter(schema -> EventCatalogue.recordOf(schema).isPresent());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void a_schema_says_what_its_record_says(String schema) {
        compare(schema, read(schema), EventCatalogue.recordOf(schema).orElseThrow());
    }

    private static void compare(String path, JsonNode schema, Type type) {
        var resolved = schema.has("$ref") ? resolve(schema.get("$ref").stringValue()) : schema;
        switch (type) {
            case ParameterizedType map
            when map.getRawType() == Map.class -> {
                assertThat(resolved.get("type").stringValue()).as(path).isEqualTo("object");
                compare(path + "{}", resolved.get("additionalProperties"), map.getActualTypeArguments()[1]);
            }
            case ParameterizedType list -> {
                assertThat(resolved.get("type").stringValue()).as(path).isEqualTo("array");
                compare(path + "[]", resolved.get("items"), list.getActualTypeArguments()[0]);
            }
            case Class<?> c when c.isRecord() -> compareRecord(path, resolved, c);
            case Class<?> c
            when c.isEnum() ->
                assertThat(strings(resolved.get("enum")))
                        .as(path)
                        .isSubsetOf(names(c))
                        .hasSizeGreaterThanOrEqualTo(names(c).size() - 1);
            default -> assertThat(kind(resolved)).as(path).isEqualTo(kind(type));
        }
    }

    private static void compareRecord(String path, JsonNode schema, Class<?> type) {
        var components = Arrays.asList(type.getRecordComponents());
        assertThat(schema.get("properties").propertyNames())
                .as(path)
                .containsExactlyElementsOf(
                        components.stream().map(RecordComponent::getName).toList());
        assertThat(strings(schema.get("required")))
                .as("required of " + path)
                .containsExactlyElementsOf(components.stream()
                        .filter(component -> !isOptional(component))
                        .map(RecordComponent::getName)
                        .toList());
        for (var component : components) {
            compare(
                    path + "." + component.getName(),
                    schema.get("properties").get(component.getName()),
                    component.getGenericType());
        }
    }

    private static boolean isOptional(RecordComponent component) {
        var include = component.getAccessor().getAnnotation(JsonInclude.class);
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || (include != null && include.value() == JsonInclude.Include.NON_EMPTY);
    }

    private static String kind(JsonNode schema) {
        return schema.path("format").stringValue(schema.get("type").stringValue());
    }

    private static String kind(Type type) {
        if (type == Instant.class) {
            return "date-time";
        } else if (type == LocalDate.class) {
            return "date";
        } else if (type == boolean.class) {
            return "boolean";
        }
        return type == long.class || type == Long.class ? "integer" : "string";
    }

    private static Collection<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
    }

    private static Collection<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    private static JsonNode resolve(String reference) {
        var parts = reference.split("\\.json#", 2);
        return read(parts[0]).at(parts[1]);
    }

    private static JsonNode read(String schema) {
        return ContractJson.mapper().readTree(EventCatalogue.RESOURCES.resolve("schema/" + schema + ".json"));
    }
}
