package org.jointcredit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.yaml.snakeyaml.Yaml;

/// All topics and rights of the bus: the templates of infra/kafka/bus.yaml, applied to each department.
record BusPlan(List<TopicPlan> topics, Set<AclBinding> rights) {
    private static final String DEPARTMENT = "{d}";

    static BusPlan read(Path root, List<Department> departments) {
        try (var text = Files.newBufferedReader(root.resolve("infra/kafka/bus.yaml"))) {
            Map<String, List<Map<String, Object>>> document = new Yaml().load(text);
            var codes = departments.stream().map(Department::code).toList();
            var topics = entries(document, "topics")
                    .flatMap(topic -> spread(topic, "name", codes).map(code -> topic(topic, code)))
                    .toList();
            var rights = entries(document, "access")
                    .flatMap(access -> spread(access, "principal", codes).flatMap(code -> rights(access, code)))
                    .collect(Collectors.toUnmodifiableSet());
            return new BusPlan(topics, rights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Map<String, Object>> entries(Map<String, List<Map<String, Object>>> document, String key) {
        return Objects.requireNonNull(document.get(key), key).stream();
    }

    /// The departments an entry is repeated for; once, with no department, when its template names none.
    private static Stream<String> spread(Map<String, Object> entry, String field, List<String> codes) {
        return String.valueOf(entry.get(field)).contains(DEPARTMENT) ? codes.stream() : Stream.of("");
    }

    private static TopicPlan topic(Map<String, Object> topic, String code) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("retention.ms", String.valueOf(number(topic, "retentionHours") * 3_600_000L));
        if (topic.containsKey("maxMessageBytes")) {
            settings.put("max.message.bytes", String.valueOf(number(topic, "maxMessageBytes")));
        }
        return new TopicPlan(
                String.valueOf(topic.get("name")).replace(DEPARTMENT, code),
                (int) number(topic, "partitions"),
                Map.copyOf(settings));
    }

    private static long number(Map<String, Object> entry, String field) {
        return ((Number) Objects.requireNonNull(entry.get(field), field)).longValue();
    }

    private static Stream<AclBinding> rights(Map<String, Object> access, String code) {
        var principal = "User:" + String.valueOf(access.get("principal")).replace(DEPARTMENT, code);
        return Stream.of(
                        names(access, "write", code)
                                .map(name -> right(principal, ResourceType.TOPIC, name, AclOperation.WRITE)),
                        names(access, "read", code)
                                .map(name -> right(principal, ResourceType.TOPIC, name, AclOperation.READ)),
                        names(access, "groups", code)
                                .map(name -> right(principal, ResourceType.GROUP, name, AclOperation.READ)))
                .flatMap(right -> right);
    }

    private static Stream<String> names(Map<String, Object> access, String field, String code) {
        return access.get(field) instanceof List<?> list
                ? list.stream().map(name -> String.valueOf(name).replace(DEPARTMENT, code))
                : Stream.empty();
    }

    private static AclBinding right(String principal, ResourceType type, String name, AclOperation operation) {
        var pattern = name.endsWith("*")
                ? new ResourcePattern(type, name.substring(0, name.length() - 1), PatternType.PREFIXED)
                : new ResourcePattern(type, name, PatternType.LITERAL);
        return new AclBinding(pattern, new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW));
    }
}
