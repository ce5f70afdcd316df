package org.jointcredit.sanction;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** How the database goes about a query (architecture: data). */
public final class QueryPlan {
    private QueryPlan() {}

    /** The stages of the plan, {@code COLLSCAN} where it looks at every document. */
    public static Set<String> stages(MongoTemplate mongo, String collection, Bson filter, @Nullable String sort) {
        Document find = new Document("find", collection)
                .append(
                        "filter",
                        filter.toBsonDocument(Document.class, mongo.getDb().getCodecRegistry()));
        if (sort != null) {
            find.append("sort", new Document(sort, 1).append("_id", 1));
        }
        Document explained =
                mongo.getDb().runCommand(new Document("explain", find).append("verbosity", "queryPlanner"));
        Set<String> stages = new TreeSet<>();
        collect(explained.get("queryPlanner", Document.class).get("winningPlan"), stages);
        return stages;
    }

    private static void collect(@Nullable Object node, Set<String> stages) {
        if (node instanceof Document document) {
            if (document.get("stage") instanceof String stage) {
                stages.add(stage);
            }
            document.values().forEach(value -> collect(value, stages));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> collect(value, stages));
        }
    }
}
