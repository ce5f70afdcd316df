package org.jointcredit.testsupport;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// How the database goes about a query (architecture: data).
public final class QueryPlan {
    private QueryPlan() {}

    /// The stages of the plan, `COLLSCAN` where it looks at every document.
    ///
    /// @param find the command, e.g. `{find: "listings", filter: {…}, sort: {…}}`
    public static Set<String> stages(MongoDatabase database, Document find) {
        var explained = database.runCommand(new Document("explain", find).append("verbosity", "queryPlanner"));
        var stages = new TreeSet<String>();
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
