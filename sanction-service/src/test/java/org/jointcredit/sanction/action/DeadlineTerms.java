package org.jointcredit.sanction.action;

import com.mongodb.MongoClientSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.jointcredit.platform.time.WorkingDays;
import org.jointcredit.sanction.measure.DeadlineLaw;

/** The deadlines of notices by any calendar, and the queries that find them, for tests of other packages. */
public final class DeadlineTerms {
    private DeadlineTerms() {}

    public static Terms by(WorkingDays workingDays) {
        return new Terms(DeadlineLaw.shipped(), workingDays);
    }

    public static Map<String, BsonDocument> queries(LocalDate today) {
        var codecs = MongoClientSettings.getDefaultCodecRegistry();
        return Map.of(
                "of whose deadline something is to be said",
                NoticeStore.toAlert(today).toBsonDocument(BsonDocument.class, codecs),
                "open by an earlier calendar",
                NoticeStore.openBy(List.of("2026")).toBsonDocument(BsonDocument.class, codecs));
    }
}
