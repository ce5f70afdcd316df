package org.jointcredit.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeMap;
import org.jointcredit.contract.event.ContractJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The checked-in OpenAPI of a service, from which the console's types are made (`gateway/console/openapi`).
public final class OpenApiFile {
    private OpenApiFile() {}

    /// Whether the file says what the running service says; with `JC_WRITE_DOCS=true` it is written first.
    ///
    /// @param running what `/api/<service>/openapi` answers
    public static boolean isInStep(String service, String running) {
        var mapper = ContractJson.mapper();
        var document = (ObjectNode) mapper.readTree(running);
        document.remove("servers"); // the port is another one each time
        var text = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(sorted(document)) + "\n";
        var file = Path.of(
                Objects.requireNonNull(System.getProperty("jointcredit.root")),
                "gateway/console/openapi",
                service + ".json");
        try {
            if (Boolean.parseBoolean(System.getenv("JC_WRITE_DOCS"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            return Files.readString(file).equals(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var members = new TreeMap<String, JsonNode>();
                object.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
                yield object.objectNode().setAll(members);
            }
            case ArrayNode array -> {
                var items = array.arrayNode();
                array.forEach(item -> items.add(sorted(item)));
                yield items;
            }
            default -> node;
        };
    }
}
