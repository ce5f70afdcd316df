package org.jointcredit.contract.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What `asyncapi.yaml` says, which is where every topic and type is written down once.
record EventCatalogue(List<Channel> channels) {
    static final Path RESOURCES = Path.of("src/main/resources");

    /// @param key what the record key is
    record Channel(
            String name,
            String address,
            String description,
            String key,
            int days,
            List<String> writers,
            List<String> readers,
            List<Message> messages) {}

    /// @param schema name of its schema file without `.json`; null for what a later issue brings
    record Message(String type, String summary, @Nullable String schema) {
        /// The record of the schema's name: `notice-moved.v1` is [NoticeMoved].
        Optional<Class<?>> payload() {
            return recordOf(String.valueOf(schema));
        }

        List<Path> examples() {
            return files(RESOURCES.resolve("examples").resolve(type));
        }
    }

    static EventCatalogue read() {
        var api = YAMLMapper.shared().readTree(RESOURCES.resolve("asyncapi.yaml"));
        return new EventCatalogue(api.get("channels")
                .propertyStream()
                .map(channel -> channel(api, channel.getKey(), channel.getValue()))
                .toList());
    }

    List<Message> messages() {
        return channels.stream().flatMap(channel -> channel.messages().stream()).toList();
    }

    List<Message> described() {
        return messages().stream().filter(message -> message.schema() != null).toList();
    }

    static Optional<Class<?>> recordOf(String schema) {
        var name = new StringBuilder(EventCatalogue.class.getPackageName()).append('.');
        for (var word : schema.replace(".v1", "").split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        try {
            return Optional.of(Class.forName(name.toString()));
        } catch (ClassNotFoundException _) {
            return Optional.empty();
        }
    }

    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Channel channel(JsonNode api, String name, JsonNode channel) {
        return new Channel(
                name,
                channel.get("address").stringValue(),
                channel.get("description").stringValue().strip(),
                channel.get("x-key").stringValue(),
                (int) (channel.at("/bindings/kafka/topicConfiguration/retention.ms")
                                .longValue()
                        / 86_400_000),
                parties(api, name, "send"),
                parties(api, name, "receive"),
                channel.path("messages")
                        .propertyStream()
                        .map(message -> message(api.at("/components/messages/" + message.getKey())))
                        .toList());
    }

    private static List<String> parties(JsonNode api, String channel, String action) {
        return api.get("operations")
                .valueStream()
                .filter(operation -> operation.at("/channel/$ref").stringValue().equals("#/channels/" + channel))
                .filter(operation -> operation.get("action").stringValue().equals(action))
                .map(operation -> operation.get("x-by").stringValue())
                .toList();
    }

    private static Message message(JsonNode message) {
        var schema = message.at("/payload/schema/$ref");
        return new Message(
                message.get("name").stringValue(),
                message.get("summary").stringValue(),
                schema.isMissingNode()
                        ? null
                        : schema.stringValue().replace("./schema/", "").replace(".json", ""));
    }
}
