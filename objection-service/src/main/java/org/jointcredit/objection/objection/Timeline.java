package org.jointcredit.objection.objection;

import java.time.OffsetDateTime;
import java.util.List;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.platform.eventing.JournalEntry;
import org.jointcredit.platform.time.BusinessClock;

/** What happened to an objection, who did it, when, and on what basis. */
final class Timeline {
    static final String RECEIVED = "RECEIVED";
    static final String EVIDENCE = "EVIDENCE";
    static final String VERIFIED = "VERIFIED";
    static final String DECIDED = "DECIDED";
    static final String WITHDRAWN = "WITHDRAWN";
    static final String RELEASED = "RELEASED";
    static final String RECOUNTED = "RECOUNTED";

    private Timeline() {}

    /** @param by user name, client or service; {@code subject} for the subject itself */
    record ObjectionEntry(String what, OffsetDateTime at, String by, String basis) {}

    static List<ObjectionEntry> of(List<JournalEntry> journal) {
        return journal.stream()
                .filter(entry -> entry.to() == null)
                .map(entry -> new ObjectionEntry(
                        entry.type(),
                        entry.at().atZone(BusinessClock.ZONE).toOffsetDateTime(),
                        entry.by(),
                        ContractJson.mapper()
                                .readTree(entry.data())
                                .path("basis")
                                .asString()))
                .toList();
    }
}
