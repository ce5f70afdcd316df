package org.jointcredit.objection.objection;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.ObjectionState;

/** The queries by which objections and their files are found. */
public final class ObjectionQueries {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final Document BY_RECEIPT = new Document(ObjectionStore.RECEIVED_AT, -1).append("_id", -1);
    private static final Document BY_DUE_DATE = new Document(ObjectionStore.DUE_ON, 1).append("_id", 1);

    private ObjectionQueries() {}

    public static Map<String, Document> all() {
        Map<String, Document> all = new LinkedHashMap<>();
        var against = new Against(Against.Kind.RECORD, "r");
        var decided = new ObjectionSearch(ObjectionState.DECIDED, ObjectionOutcome.UPHELD, null, null).criteria(TODAY);
        var overdue = new ObjectionSearch(null, null, true, null).criteria(TODAY);
        all.put("all in order", sorted(new Document(), BY_RECEIPT));
        all.put("all decided so", sorted(decided, BY_RECEIPT));
        all.put("all overdue", sorted(overdue, BY_DUE_DATE));
        for (String whose : List.of(ObjectionStore.SUBJECT, ObjectionStore.DEPARTMENT)) {
            all.put("of a " + whose, sorted(new Document(whose, "x"), BY_RECEIPT));
            all.put("of a " + whose + " by due date", sorted(new Document(whose, "x"), BY_DUE_DATE));
        }
        all.put("an open one against the same", find(ObjectionStore.slot("s", against)));
        all.put("decided ones against the same", find(ObjectionStore.judged("s", against)));
        all.put("waiting for records", find(ObjectionStore.waitsForRecords(List.of("r"))));
        all.put("waiting for a listing", find(ObjectionStore.waitsForListing("l")));
        all.put("to alert", find(ObjectionStore.alertsBy(TODAY)));
        all.put("by an older calendar", find(ObjectionStore.openBy(List.of("2025"))));
        all.put(
                "files of a case",
                new Document("find", EvidenceStore.FILES)
                        .append("filter", EvidenceStore.ofCase("o").toBsonDocument())
                        .append("sort", new Document("_id", 1)));
        return all;
    }

    private static Document sorted(Bson filter, Document sort) {
        return find(filter).append("sort", sort);
    }

    private static Document find(Bson filter) {
        return new Document("find", ObjectionStore.COLLECTION).append("filter", filter.toBsonDocument());
    }
}
