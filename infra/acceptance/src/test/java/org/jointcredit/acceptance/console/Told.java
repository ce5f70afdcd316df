package org.jointcredit.acceptance.console;

import static org.jointcredit.acceptance.House.FRONT;
import static org.jointcredit.acceptance.House.eventually;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jointcredit.acceptance.House;
import org.jointcredit.acceptance.Invented;
import tools.jackson.databind.JsonNode;

/** A fresh listing, published, and the notices it set off. */
record Told(String listing, String number, List<JsonNode> notices) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A company on the list of false advertisers, with its legal representative. */
    static Told published() {
        var number = "页面-" + UUID.randomUUID().toString().substring(0, 8);
        var invented = new Invented(number.hashCode());
        var body = invented.listing(number, "SEVERE-FALSE-AD");
        body.withArray("persons")
                .addObject()
                .put("role", "LEGAL_REPRESENTATIVE")
                .put("name", "阿依·古丽")
                .put("idNumber", invented.idNumber());
        var day = LocalDate.now().minusDays(9).toString();
        body.put("effectiveFrom", day).withObject("decision").put("date", day);
        var id = FRONT.post("sys-market", "collection/listings", body)
                .expect(201)
                .path("id")
                .asString();
        eventually(
                PATIENCE, "the notices of " + number, () -> !House.notices(id).isEmpty());
        return new Told(id, number, House.notices(id));
    }

    /** The first notice of a measure at an agency. */
    String notice(String measure, String agency) {
        return notices.stream()
                .filter(notice -> notice.path("measure").asString().equals(measure))
                .filter(notice -> notice.path("agency").asString().equals(agency))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    int at(String agency) {
        return (int) notices.stream()
                .filter(notice -> notice.path("agency").asString().equals(agency))
                .count();
    }

    /** Another officer of the agency does something about it, through its own system. */
    static void does(String agency, String notice, String command, String officer) {
        FRONT.post("sys-" + agency, "sanction/notices/" + notice + "/" + command, "{\"by\": \"%s\"}".formatted(officer))
                .expect(200);
    }

    static JsonNode now(String notice) {
        return FRONT.get("drc-supervisor", "sanction/notices/" + notice).expect(200);
    }
}
