package org.jointcredit.collection.subject;

import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The log of every look at a subject's identity (A27): written durably before the answer leaves. */
@Component
final class IdentityLookStore {
    static final String COLLECTION = "identity_looks";

    private final MongoTemplate mongo;
    private final Clock clock;

    IdentityLookStore(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * @param client the service that asks
     * @param officer for whom it asks, as it says
     */
    void log(String subject, String client, @Nullable String officer) {
        var look = new Document("_id", UUID.randomUUID().toString())
                .append("subject", subject)
                .append("client", client)
                .append("at", Date.from(clock.instant()));
        if (officer != null) {
            look.append("officer", officer);
        }
        mongo.getCollection(COLLECTION).insertOne(look);
    }
}
