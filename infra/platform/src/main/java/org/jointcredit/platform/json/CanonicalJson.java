package org.jointcredit.platform.json;

import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The one text of a JSON document, whatever the order of its members and its white space: what two bodies are compared
/// by when one key comes twice. A member that is null counts as missing.
public final class CanonicalJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private CanonicalJson() {}

    public static String of(ObjectNode document) {
        return MAPPER.writeValueAsString(sorted(document));
    }

    private static JsonNode sorted(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var members = new TreeMap<String, JsonNode>();
                object.properties().forEach(member -> {
                    if (!member.getValue().isNull()) {
                        members.put(member.getKey(), sorted(member.getValue()));
                    }
                });
                ObjectNode result = JsonNodeFactory.instance.objectNode();
                members.forEach(result::set);
                yield result;
            }
            case ArrayNode array -> {
                ArrayNode result = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> result.add(sorted(item)));
                yield result;
            }
            default -> node;
        };
    }
}
