package org.jointcredit.platform.eventing;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * What an owner has told of its aggregates on a topic, read from their journals: topics are no archives, journals are.
 * Page by page in the order of the ids, so that no page costs more than its size. What changes after a page was read
 * comes on the topic.
 */
public final class Snapshots {

    private static final int AGGREGATES = 200;
    /** A page ends after this many characters, and holds one aggregate at least. */
    private static final int LENGTH = 2_000_000;

    private final MongoDatabaseFactory mongo;

    Snapshots(MongoDatabaseFactory mongo) {
        this.mongo = mongo;
    }

    /** How much a reader needs of each aggregate. */
    public enum Depth {
        /** What was told before counts too, as with names that a subject had. */
        ALL,
        /** The last event says everything. */
        LAST
    }

    private record Place(int collection, String after) {
        static Place of(@Nullable String cursor, int collections) {
            if (cursor == null) {
                return new Place(0, "");
            }
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(":", 2);
                int collection = Integer.parseInt(parts[0]);
                if (parts.length == 2 && collection >= 0 && collection < collections) {
                    return new Place(collection, parts[1]);
                }
            } catch (IllegalArgumentException _) {
                // no cursor of ours
            }
            throw Problem.badParameter("after");
        }

        String cursor() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString((collection + ":" + after).getBytes(UTF_8));
        }
    }

    /**
     * @param aggregates collections, read one after the other: what may move from one into another while pages are read
     *     moves into a later one
     * @param after as the page before says; null for the first
     */
    public SnapshotPage page(String topic, Depth depth, List<String> aggregates, @Nullable String after) {
        Place place = Place.of(after, aggregates.size());
        List<SnapshotPage.Event> events = new ArrayList<>();
        String last = "";
        int seen = 0;
        int length = 0;
        try (var found = mongo.getMongoDatabase()
                .getCollection(aggregates.get(place.collection()))
                .find(after(place.after()))
                .sort(new Document("_id", 1))
                .limit(AGGREGATES)
                .projection(Projections.computed(Journal.JOURNAL, told(topic, depth)))
                .cursor()) {
            while (length < LENGTH && found.hasNext()) {
                Document aggregate = found.next();
                last = aggregate.getString("_id");
                seen++;
                for (JournalEntry entry : Journal.of(aggregate)) {
                    if (entry.to() != null) {
                        length += entry.data().length();
                        events.add(SnapshotPage.Event.of(last, entry, entry.to()));
                    }
                }
            }
        }
        if (seen == AGGREGATES || length >= LENGTH) {
            return new SnapshotPage(events, new Place(place.collection(), last).cursor());
        }
        boolean another = place.collection() + 1 < aggregates.size();
        return new SnapshotPage(events, another ? new Place(place.collection() + 1, "").cursor() : null);
    }

    /**
     * What was told last of one aggregate, for who cannot wait until the topic says it; empty where nothing was told.
     *
     * @param aggregates collections in which it may be
     */
    public SnapshotPage last(String topic, List<String> aggregates, String id) {
        List<SnapshotPage.Event> events = new ArrayList<>();
        for (String collection : aggregates) {
            Document found = mongo.getMongoDatabase()
                    .getCollection(collection)
                    .find(eq("_id", id))
                    .projection(Projections.computed(Journal.JOURNAL, told(topic, Depth.LAST)))
                    .first();
            if (found != null) {
                for (JournalEntry entry : Journal.of(found)) {
                    events.add(SnapshotPage.Event.of(id, entry, Objects.requireNonNull(entry.to())));
                }
            }
        }
        return new SnapshotPage(events, null);
    }

    /** The query of a page, in the order of the ids. */
    public static Bson after(String id) {
        return gt("_id", id);
    }

    private static Document told(String topic, Depth depth) {
        var told = new Document(
                "$filter",
                new Document("input", "$" + Journal.JOURNAL)
                        .append("cond", new Document("$eq", List.of("$$this.topic", topic))));
        return depth == Depth.ALL ? told : new Document("$slice", List.of(told, -1));
    }
}
