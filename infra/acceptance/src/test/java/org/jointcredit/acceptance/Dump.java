package org.jointcredit.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.bson.RawBsonDocument;
import org.jointcredit.testsupport.TestSystem;

/**
 * Everything that the running system holds, byte by byte: each document of each database as it is stored, each entry
 * of each topic from beginning to end, each log.
 */
final class Dump {
    private static final Set<String> OPLOG = Set.of("local");

    private final TestSystem system;
    private final List<String> markers;
    private final Set<String> places = new TreeSet<>();

    private Dump(TestSystem system, List<String> markers) {
        this.system = system;
        this.markers = markers.stream().map(Dump::bytesOf).toList();
    }

    /**
     * @param topics those that are looked at
     * @return where a marker stands, by its place in the list
     */
    static Set<String> placesOf(TestSystem system, Predicate<String> topics, String... markers) {
        var dump = new Dump(system, List.of(markers));
        dump.databases();
        dump.topics(topics);
        dump.logs();
        return dump.places;
    }

    private void databases() {
        try (var mongo = MongoClients.create(system.local().mongoUri())) {
            for (var database : mongo.listDatabaseNames()) {
                if (!OPLOG.contains(database)) {
                    collections(mongo, database);
                }
            }
        }
    }

    private void collections(MongoClient mongo, String database) {
        var db = mongo.getDatabase(database);
        for (var collection : db.listCollectionNames()) {
            db.getCollection(collection, RawBsonDocument.class).find().forEach(look(database + "." + collection));
            db.getCollection(collection).listIndexes(RawBsonDocument.class).forEach(look(database + "." + collection));
        }
    }

    private Consumer<RawBsonDocument> look(String place) {
        return document -> {
            var buffer = document.getByteBuffer();
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            look(place, new String(bytes, ISO_8859_1));
        };
    }

    private void topics(Predicate<String> wanted) {
        try (var consumer = system.consumer("svc-admin", "test-" + UUID.randomUUID())) {
            var partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> !topic.getKey().startsWith("__") && wanted.test(topic.getKey()))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(entry -> {
                    look(entry.topic(), bytesOf(entry.key() + '\n' + entry.value()));
                    entry.headers().forEach(header -> look(entry.topic(), new String(header.value(), ISO_8859_1)));
                });
            }
        }
    }

    private void logs() {
        var folder = system.local().stateFile("any").getParent().resolveSibling("log");
        try (Stream<Path> logs = Files.list(folder)) {
            for (var log : logs.toList()) {
                try (var lines = Files.lines(log, ISO_8859_1)) {
                    lines.forEach(line -> look(log.getFileName().toString(), line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look(String place, String bytes) {
        for (int i = 0; i < markers.size(); i++) {
            if (bytes.contains(markers.get(i))) {
                places.add(place + ": marker " + i);
            }
        }
    }

    /** One character for each byte of its UTF-8. */
    private static String bytesOf(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    /** What names and describes somebody, as it might stand somewhere: as it is, and as JSON may write it. */
    static String[] written(List<String> markers) {
        var all = new ArrayList<>(markers);
        markers.forEach(marker -> {
            var escaped = new StringBuilder();
            marker.chars().forEach(c -> escaped.append(c < 0x80 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
            if (!escaped.toString().equals(marker)) {
                all.add(escaped.toString());
            }
        });
        return all.toArray(String[]::new);
    }
}
