package org.jointcredit.objection.objection;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.jointcredit.platform.web.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** How many objections a subject may file a minute, so that one who floods the office does no harm to the others. */
@Component
final class FilingPaceStore {
    static final String COLLECTION = "filingPace";
    static final String AT = "at";

    private final MongoTemplate mongo;
    private final Clock systemClock;
    private final int most;

    FilingPaceStore(
            MongoTemplate mongo, Clock systemClock, @Value("${jointcredit.objections.most-a-minute:30}") int most) {
        this.mongo = mongo;
        this.systemClock = systemClock;
        this.most = most;
    }

    /** @throws Problem 429 once there were too many in this minute */
    void count(String subject) {
        Instant now = systemClock.instant();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        Document counted = mongo.getCollection(COLLECTION)
                .findOneAndUpdate(
                        eq("_id", subject + "/" + minute.getEpochSecond()),
                        Updates.combine(Updates.inc("filed", 1), Updates.set(AT, Date.from(minute))),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        if (Objects.requireNonNull(counted).getInteger("filed") > most) {
            throw Problem.tooMany(
                    Duration.between(now, minute.plus(1, ChronoUnit.MINUTES)).plusSeconds(1));
        }
    }
}
