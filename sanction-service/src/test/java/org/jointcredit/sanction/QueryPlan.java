package org.jointcredit.sanction;

import java.util.Set;
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
        return org.jointcredit.testsupport.QueryPlan.stages(mongo.getDb(), find);
    }
}
