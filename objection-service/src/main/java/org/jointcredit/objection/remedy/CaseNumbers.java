package org.jointcredit.objection.remedy;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Numbers cases, each kind by itself from 1 each year. A number is given once; a case that comes to nothing leaves a gap. */
@Component
public final class CaseNumbers {
    static final String COLLECTION = "caseNumbers";

    private final MongoTemplate mongo;
    private final RemedyLaw law;

    CaseNumbers(MongoTemplate mongo, RemedyLaw law) {
        this.mongo = mongo;
        this.law = law;
    }

    /** @param received day on which the case came */
    public String next(RemedyKind kind, LocalDate received) {
        Document counted = mongo.getCollection(COLLECTION)
                .findOneAndUpdate(
                        eq("_id", kind + "/" + received.getYear()),
                        Updates.inc("last", 1L),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return text(
                law.of(kind, received),
                received.getYear(),
                Objects.requireNonNull(counted).getLong("last"));
    }

    static String text(RemedyTerms terms, int year, long n) {
        return terms.number().replace("{year}", Integer.toString(year)).replace("{n}", "%06d".formatted(n));
    }
}
