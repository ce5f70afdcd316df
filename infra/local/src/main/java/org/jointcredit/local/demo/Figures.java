package org.jointcredit.local.demo;

import tools.jackson.databind.JsonNode;

/// Notices of the demonstration's listings, counted from what sanction answers.
///
/// @param received their agency has reported something
/// @param open their agency still owes its receipt or its answer
record Figures(int issued, int received, int executed, int declined, int open) {
    static final Figures NONE = new Figures(0, 0, 0, 0, 0);

    static Figures of(JsonNode notice) {
        if (notice.path("issuedAt").isNull()) {
            return NONE;
        }
        var state = Sample.text(notice, "agencyState");
        return new Figures(
                1,
                state.equals("NONE") ? 0 : 1,
                state.equals("EXECUTED") ? 1 : 0,
                state.equals("DECLINED") ? 1 : 0,
                switch (Sample.text(notice, "owes")) {
                    case "RECEIPT", "EXECUTION" -> 1;
                    default -> 0;
                });
    }

    Figures plus(Figures other) {
        return new Figures(
                issued + other.issued,
                received + other.received,
                executed + other.executed,
                declined + other.declined,
                open + other.open);
    }
}
