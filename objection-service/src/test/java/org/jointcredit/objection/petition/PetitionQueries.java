package org.jointcredit.objection.petition;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.objection.remedy.RemedyKind;

/** The queries by which petitions are found. */
public final class PetitionQueries {
    private PetitionQueries() {}

    public static Map<String, Document> all() {
        Map<String, Document> all = new LinkedHashMap<>();
        for (String order : List.of(PetitionStore.RECEIVED_AT, PetitionStore.DUE_ON)) {
            all.put("all by " + order, sorted(PetitionScope.ALL, order));
            for (String whose : List.of(PetitionStore.SUBJECT, PetitionStore.DEPARTMENT)) {
                all.put("of a " + whose + " by " + order, sorted(new PetitionScope(new Document(whose, "x")), order));
            }
        }
        all.put("in one place", find(PetitionStore.inSlot("REVIEW:o")));
        all.put("waiting for records", find(PetitionStore.waitsFor(PetitionStore.OF_ID, List.of("r"))));
        all.put("waiting for a listing", find(PetitionStore.waitsFor(PetitionStore.RESUMES_AFTER, List.of("l"))));
        all.put("to alert", find(PetitionStore.alertsBy(LocalDate.of(2026, 10, 20))));
        all.put("by an older calendar", find(PetitionStore.openBy(List.of("2025"))));
        return all;
    }

    private static Document sorted(PetitionScope scope, String order) {
        return find(PetitionStore.matching(RemedyKind.REPAIR, PetitionState.RECEIVED, scope))
                .append("sort", new Document(order, 1).append("_id", 1));
    }

    private static Document find(Bson filter) {
        return new Document("find", PetitionStore.COLLECTION).append("filter", filter.toBsonDocument());
    }
}
