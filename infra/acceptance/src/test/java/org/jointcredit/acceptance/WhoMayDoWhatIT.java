package org.jointcredit.acceptance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.acceptance.House.FRONT;
import static org.jointcredit.acceptance.House.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * interfaces.md, "Who may do what" (X1, A33), walked door by door: deny is the default. What is allowed stops where its
 * body is judged (422, 428 or 409), so that nothing changes; 404 is another department's, of which one may not know.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoMayDoWhatIT {
    /**
     * The door; its body; who gets what. {listing} and {record} are market's, {notice} is trading's notice of it.
     * Whom a door does not name is denied: 403.
     */
    private static final String TABLE = """
            GET collection/list-types                      | | everybody 200
            GET collection/list-types/SEVERE-TAX           | | everybody 200
            GET sanction/measures                          | | everybody 200
            GET sanction/measures/S-DISCLOSE               | | everybody 200
            GET sanction/rule-sets                         | | everybody 200
            GET sanction/rule-sets/default-2021            | | everybody 200
            GET sanction/rule-sets?state=PROPOSED          | | drc-admin 200
            POST sanction/rule-sets                        | {} | drc-admin 422
            POST sanction/rule-sets/none/approval          | | drc-admin 404
            POST sanction/rule-sets/none/refusal           | {} | drc-admin 404
            GET collection/openapi                         | | everybody 200
            GET sanction/openapi                           | | everybody 200
            GET disclosure/openapi                         | | everybody 200
            GET objection/openapi                          | | everybody 200
            GET disclosure/public/subjects?q=%E7%A4%BA%E4%BE%8B | | everybody 200
            GET disclosure/public/subjects/nobody          | | everybody 404
            GET disclosure/public/lists/SEVERE-TAX         | | everybody 200
            GET disclosure/public/double-disclosure        | | everybody 200
            GET disclosure/public/rules                    | | everybody 200
            GET collection/catalogue                       | | everybody 200
            GET collection/catalogue/XYGS-CF               | | everybody 200
            GET sanction/permits/keys                      | | everybody 404
            GET objection/keys                             | | everybody 200
            POST collection/tip-offs                       | {} | everybody 404

            POST collection/listings | {"listType":"SEVERE-FOOD-DRUG"} | sys-market market-reporter 422
            GET collection/listings                        | | sys-market market-reporter market-approver sys-tax tax-reporter tax-approver sys-trading drc-office drc-supervisor drc-auditor 200
            GET collection/listings/{listing}              | | sys-market market-reporter market-approver drc-office drc-supervisor drc-auditor 200, sys-tax tax-reporter tax-approver sys-trading 404
            POST collection/listings/{listing}/change      | {} | sys-market 422, market-reporter 428, sys-tax tax-reporter sys-trading 404
            POST collection/listings/{listing}/ending      | {} | sys-market 422, market-reporter 428, sys-tax tax-reporter sys-trading 404
            POST collection/listings/{listing}/approval    | {} | market-approver 409, tax-approver 404
            POST collection/listings/{listing}/refusal     | {} | market-approver 409, tax-approver 404
            POST collection/records                        | {} | sys-market market-reporter sys-tax tax-reporter sys-trading drc-office 422
            GET collection/records                         | | sys-market market-reporter sys-tax tax-reporter sys-trading drc-office 200
            GET collection/records/{record}                | | sys-market market-reporter drc-office 200, sys-tax tax-reporter sys-trading 404
            PUT collection/records/{record}                | {} | sys-market 422, market-reporter drc-office 428, sys-tax tax-reporter sys-trading 404
            POST collection/records/{record}/withdrawal    | {} | sys-market market-reporter drc-office 422, sys-tax tax-reporter sys-trading 404
            POST collection/batches                        | {} | sys-market market-reporter sys-tax tax-reporter sys-trading drc-office 400
            GET collection/batches                         | | sys-market market-reporter sys-tax tax-reporter sys-trading drc-office 200
            GET collection/batches/none                    | | sys-market market-reporter sys-tax tax-reporter sys-trading drc-office 404
            GET collection/batches/none/rows               | | sys-market market-reporter sys-tax tax-reporter sys-trading drc-office 404
            GET collection/batches/none/corrections        | | sys-market market-reporter sys-tax tax-reporter sys-trading drc-office 404
            GET collection/quality?dept=market             | | market-reporter drc-office drc-supervisor drc-auditor 200
            GET collection/subjects/{subject}/identity     | | svc-sanction 200
            POST collection/subjects                       | {} | svc-sanction 422
            GET collection/records/snapshot                | | svc-sanction 200
            GET collection/listings/snapshot               | | svc-sanction 200
            GET sanction/actions/snapshot                  | | svc-sanction 200
            GET sanction/feedback/snapshot                 | | svc-sanction 200
            GET objection/deletions/snapshot               | | svc-sanction 200

            GET sanction/notices                           | | sys-market market-reporter market-approver market-implementer sys-tax tax-reporter tax-approver tax-implementer sys-trading trading-implementer drc-office drc-supervisor drc-auditor 200
            GET sanction/notices/{notice}                  | | sys-trading trading-implementer sys-market market-reporter market-approver drc-office drc-supervisor drc-auditor 200, market-implementer sys-tax tax-reporter tax-approver tax-implementer 404
            GET sanction/notices/{notice}/explanation      | | sys-trading trading-implementer sys-market market-reporter market-approver drc-office drc-supervisor drc-auditor 200, market-implementer sys-tax tax-reporter tax-approver tax-implementer 404
            GET sanction/actions                           | | sys-market market-reporter market-approver market-implementer sys-tax tax-reporter tax-approver tax-implementer sys-trading trading-implementer drc-office drc-supervisor drc-auditor 200
            GET sanction/actions/{listing}                 | | sys-trading trading-implementer sys-market market-reporter market-approver market-implementer drc-office drc-supervisor drc-auditor 200, sys-tax tax-reporter tax-approver tax-implementer 404
            POST sanction/actions/preview                  | {"listType":"SEVERE-FOOD-DRUG"} | sys-market market-reporter market-approver 422
            GET sanction/supervision/overview              | | market-implementer sys-market sys-tax tax-implementer sys-trading trading-implementer drc-supervisor drc-auditor 200
            GET sanction/supervision/agencies              | | market-implementer sys-market sys-tax tax-implementer sys-trading trading-implementer drc-supervisor drc-auditor 200
            GET sanction/supervision/overview?agency=tax   | | sys-tax tax-implementer drc-supervisor drc-auditor 200
            GET sanction/supervision/overdue               | | market-reporter market-approver market-implementer tax-reporter tax-approver tax-implementer trading-implementer drc-office drc-reviewer drc-supervisor drc-admin drc-auditor 200
            POST sanction/notices/{notice}/receipt         | {"executedAt":"2999-01-01T00:00:00+08:00"} | sys-trading trading-implementer 422, market-implementer sys-tax tax-implementer 404
            POST sanction/notices/{notice}/execution       | {"executedAt":"2999-01-01T00:00:00+08:00"} | sys-trading trading-implementer 422, market-implementer sys-tax tax-implementer 404
            POST sanction/notices/{notice}/refusal         | {"executedAt":"2999-01-01T00:00:00+08:00"} | sys-trading trading-implementer 422, market-implementer sys-tax tax-implementer 404
            POST sanction/notices/{notice}/pause           | {"executedAt":"2999-01-01T00:00:00+08:00"} | sys-trading trading-implementer 422, market-implementer sys-tax tax-implementer 404
            POST sanction/notices/{notice}/release         | {"executedAt":"2999-01-01T00:00:00+08:00"} | sys-trading trading-implementer 422, market-implementer sys-tax tax-implementer 404
            POST sanction/checks                           | {} | sys-market market-implementer sys-tax tax-implementer sys-trading trading-implementer 422
            POST sanction/checks/batch                     | {} | sys-market market-implementer sys-tax tax-implementer sys-trading trading-implementer 422
            GET sanction/checks/reasons                    | | sys-market market-implementer sys-tax tax-implementer sys-trading trading-implementer 200
            GET sanction/checks/none                       | | sys-market market-implementer sys-tax tax-implementer sys-trading trading-implementer 404
            POST sanction/checks/none/outcome              | {} | sys-market market-implementer sys-tax tax-implementer sys-trading trading-implementer 404
            GET disclosure/me                              | | citizen-li 200
            GET disclosure/me/accesses                     | | citizen-li 200
            GET disclosure/authorisations                  | | citizen-li 200
            POST disclosure/authorisations                 | {} | citizen-li 422
            GET disclosure/authorisations/none/information | | citizen-li 404
            POST disclosure/authorisations/none/revocation | {} | citizen-li 404
            POST disclosure/queries                        | {} | sys-market market-reporter market-implementer sys-tax tax-reporter tax-implementer sys-trading trading-implementer drc-office 422
            POST disclosure/queries/batch                  | {} | sys-market market-reporter market-implementer sys-tax tax-reporter tax-implementer sys-trading trading-implementer drc-office 422
            GET disclosure/queries/none                    | | sys-market market-reporter market-implementer sys-tax tax-reporter tax-implementer sys-trading trading-implementer drc-office 404
            GET disclosure/queries/none/answers            | | sys-market market-reporter market-implementer sys-tax tax-reporter tax-implementer sys-trading trading-implementer drc-office 404
            GET disclosure/queries                         | | drc-supervisor drc-auditor 200
            POST disclosure/accesses                       | {} | svc-sanction 422
            GET disclosure/queries/days                    | | drc-supervisor drc-auditor 200
            GET disclosure/alarms                          | | drc-supervisor drc-auditor 200
            GET disclosure/purposes                        | | sys-market market-reporter market-approver market-implementer sys-tax tax-reporter tax-approver tax-implementer sys-trading trading-implementer drc-office drc-reviewer drc-supervisor drc-admin drc-auditor citizen-li 200
            POST objection/deletions                       | {} | citizen-li 422
            GET objection/deletions                        | | citizen-li 200
            GET objection/deletions/terms                  | | citizen-li 200
            GET objection/deletions/none                   | | citizen-li 404
            POST objection/objections                      | {} | sys-market market-reporter sys-tax tax-reporter sys-trading drc-office citizen-li 422
            GET objection/objections                       | | sys-market market-reporter market-approver sys-tax tax-reporter tax-approver sys-trading drc-office drc-reviewer drc-auditor citizen-li 200
            GET objection/objections/none                  | | sys-market market-reporter market-approver sys-tax tax-reporter tax-approver sys-trading drc-office drc-reviewer drc-auditor citizen-li 404
            POST objection/objections/none/verification    | {} | sys-market market-reporter sys-tax tax-reporter sys-trading 404
            POST objection/objections/none/decision        | {} | drc-office 404
            POST objection/objections/none/withdrawal      | {} | sys-market market-reporter sys-tax tax-reporter sys-trading drc-office citizen-li 404
            POST objection/objections/none/evidence        | {} | sys-market market-reporter sys-tax tax-reporter sys-trading drc-office citizen-li 404
            GET objection/objections/none/evidence         | | sys-market market-reporter market-approver sys-tax tax-reporter tax-approver sys-trading drc-office drc-reviewer citizen-li 404
            GET objection/objections/none/evidence/none    | | sys-market market-reporter market-approver sys-tax tax-reporter tax-approver sys-trading drc-office drc-reviewer citizen-li 404
            POST objection/reviews                          | {} | citizen-li 422
            GET objection/reviews                           | | sys-market market-reporter market-approver sys-tax tax-reporter tax-approver sys-trading drc-office drc-reviewer drc-auditor citizen-li 200
            GET objection/reviews/none                      | | sys-market market-reporter market-approver sys-tax tax-reporter tax-approver sys-trading drc-office drc-reviewer drc-auditor citizen-li 404
            POST objection/reviews/none/decision            | {} | drc-reviewer 404
            POST objection/repairs                          | {} | citizen-li 422
            GET objection/repairs                           | | sys-market market-reporter market-approver sys-tax tax-reporter tax-approver sys-trading drc-office drc-reviewer drc-auditor citizen-li 200
            GET objection/repairs/none                      | | sys-market market-reporter market-approver sys-tax tax-reporter tax-approver sys-trading drc-office drc-reviewer drc-auditor citizen-li 404
            POST objection/repairs/none/decision            | {} | market-approver tax-approver 404
            POST objection/exits                            | {} | citizen-li 422
            GET objection/exits                             | | sys-market market-reporter market-approver sys-tax tax-reporter tax-approver sys-trading drc-office drc-reviewer drc-auditor citizen-li 200
            GET objection/exits/none                        | | sys-market market-reporter market-approver sys-tax tax-reporter tax-approver sys-trading drc-office drc-reviewer drc-auditor citizen-li 404
            POST objection/exits/none/decision              | {} | market-approver tax-approver 404
            GET objection/objections/none/propagation       | | sys-market market-reporter market-approver sys-tax tax-reporter tax-approver sys-trading drc-office drc-reviewer drc-auditor citizen-li 404
            GET objection/reviews/none/propagation          | | sys-market market-reporter market-approver sys-tax tax-reporter tax-approver sys-trading drc-office drc-reviewer drc-auditor citizen-li 404
            GET objection/repairs/none/propagation          | | sys-market market-reporter market-approver sys-tax tax-reporter tax-approver sys-trading drc-office drc-reviewer drc-auditor citizen-li 404
            GET objection/exits/none/propagation            | | sys-market market-reporter market-approver sys-tax tax-reporter tax-approver sys-trading drc-office drc-reviewer drc-auditor citizen-li 404
            GET objection/deletions/none/propagation        | | sys-market market-reporter market-approver sys-tax tax-reporter tax-approver sys-trading drc-office drc-reviewer drc-auditor citizen-li 404
            POST sanction/notices/{notice}/undoing         | {"executedAt":"2999-01-01T00:00:00+08:00"} | sys-trading trading-implementer 422, market-implementer sys-tax tax-implementer 404
            """;

    private static final List<String> EVERYBODY = List.of(
            "sys-market",
            "market-reporter",
            "market-approver",
            "market-implementer",
            "sys-tax",
            "tax-reporter",
            "tax-approver",
            "tax-implementer",
            "sys-trading",
            "trading-implementer",
            "drc-office",
            "drc-reviewer",
            "drc-supervisor",
            "drc-admin",
            "drc-auditor",
            "citizen-li",
            "svc-sanction");

    private String listing;
    private String record;
    private String notice;
    private String subject;

    private record Door(String method, String path, String body, List<Row> rows) {
        int statusOf(String who) {
            return rows.stream()
                    .filter(row -> row.who().contains(who) || row.who().contains("everybody"))
                    .map(Row::status)
                    .findFirst()
                    .orElse(who.equals(Front.NOBODY) ? 401 : 403);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private record Row(List<String> who, int status) {
        static Row of(String text) {
            var words = Arrays.asList(text.strip().split(" +"));
            return new Row(words.subList(0, words.size() - 1), Integer.parseInt(words.getLast()));
        }
    }

    @BeforeAll
    void marketListsSomebody() {
        var run = House.freshRun();
        var listed = new Invented(run.hashCode()).listing(run + 1, "SEVERE-FOOD-DRUG");
        listing = FRONT.post("sys-market", "collection/listings", listed)
                .expect(201)
                .path("id")
                .asString();
        record = FRONT.post("sys-market", "collection/records", record(run))
                .expect(201)
                .path("id")
                .asString();
        eventually(
                Duration.ofSeconds(60),
                "its notices",
                () -> !House.notices(listing).isEmpty());
        var tradings = House.notices(listing).stream()
                .filter(any -> any.path("agency").asString().equals("trading"))
                .findFirst()
                .orElseThrow();
        notice = tradings.path("id").asString();
        subject = tradings.path("subject").path("id").asString();
    }

    private static String record(String run) {
        return """
                {"number": "%s", "item": "ORG-F-02", "decidedOn": "2026-01-05",
                 "subject": {"kind": "ORGANISATION", "code": "91150403FAKE000800", "name": "元宝山示例有限公司"},
                 "fields": {"title": "重合同守信用企业", "authority": "赤峰市元宝山区市场监督管理局", "content": "2025年度"}}
                """.formatted("R-" + run);
    }

    static Stream<Door> doors() {
        return TABLE.lines().filter(line -> !line.isBlank()).map(line -> {
            var cells = line.split(" *\\| *");
            var door = cells[0].split(" +");
            return new Door(
                    door[0],
                    door[1],
                    cells[1].isEmpty() ? null : cells[1],
                    Stream.of(cells[2].split(",")).map(Row::of).toList());
        });
    }

    @ParameterizedTest
    @MethodSource("doors")
    void eachDoorOpensToThoseTheTableNames(Door door) {
        var path = door.path()
                .replace("{listing}", listing)
                .replace("{record}", record)
                .replace("{notice}", notice)
                .replace("{subject}", subject);
        var wrong = new ArrayList<String>();
        for (var who :
                Stream.concat(Stream.of(Front.NOBODY), EVERYBODY.stream()).toList()) {
            int status = FRONT.send(who, door.method(), path, door.body()).status();
            if (status != door.statusOf(who)) {
                wrong.add(who + " gets " + status + ", not " + door.statusOf(who));
            }
        }
        assertThat(wrong.stream().collect(joining("; "))).as(door.toString()).isEmpty();
    }

    /** X1: nobody sees another department's work in a list either. */
    @ParameterizedTest
    @MethodSource("strangers")
    void aListHoldsNothingOfOthers(String who) {
        assertThat(FRONT.all(who, "sanction/notices?listing=" + listing)).isEmpty();
    }

    static List<String> strangers() {
        return List.of("sys-tax", "tax-reporter", "tax-approver", "tax-implementer");
    }
}
