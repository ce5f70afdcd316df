package org.jointcredit.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** S3, C6: what a listing would set off is known before it is handed in. */
class PreviewIT extends RunningSanction {

    private static final String PYRAMID = """
            {"listType": "SEVERE-PYRAMID",
             "subject": {"kind": "ORGANISATION", "code": "91150403FAKE00267Y", "name": "元宝山示例商贸有限公司"},
             "persons": [
               {"role": "SUPERVISOR", "name": "李示例", "idNumber": "999999199001010008"},
               {"role": "LEGAL_REPRESENTATIVE", "name": "王示例", "idNumber": "999999198503120018"},
               {"role": "DIRECTOR", "name": "王示例", "idNumber": "９９９９９９198503120018", "directlyResponsible": true}]}""";

    @Test
    void thePlanHasTheRuleBehindEachNoticeAndItsDeadlines() {
        JsonNode preview = body(preview("market-reporter", PYRAMID), 200);

        // 29 for the organisation; 3 + 2 + 3 for the legal representative, who is a director too
        assertThat(preview.at("/notices").intValue())
                .isEqualTo(37)
                .isEqualTo(preview.at("/plan").size());
        assertThat(preview.at("/ruleSet").asString()).isEqualTo("default-2021");
        assertThat(preview.at("/plan").valueStream()).allSatisfy(notice -> {
            assertThat(notice.at("/rule").asString()).isNotEmpty();
            assertThat(notice.at("/basis").asString()).isNotEmpty();
            assertThat(notice.at("/dueReceive").asString())
                    .isLessThan(notice.at("/dueExecute").asString());
        });
        assertThat(preview.at("/plan")
                        .valueStream()
                        .map(notice -> notice.at("/subject/at").asString()))
                .containsOnly("subject", "persons[1]");
    }

    @Test
    void aPersonsNameComesMaskedAndTheNumberNot() {
        String text = String.valueOf(preview("market-approver", PYRAMID).getBody());

        assertThat(text).contains("王**").doesNotContain("王示例", "999999");
    }

    @Test
    void aListingAsCollectionAnswersItIsReadByItsSubjectIds() {
        JsonNode preview = body(
                preview(
                        "market-approver",
                        PYRAMID.replace("\"999999199001010008\"", "\"999999********0008\", \"subject\": \"a\"")
                                .replace("\"999999198503120018\"", "\"999999********0018\", \"subject\": \"b\"")
                                .replace("\"９９９９９９198503120018\"", "\"999999********0018\", \"subject\": \"b\"")),
                200);

        assertThat(preview.at("/notices").intValue()).isEqualTo(37);
    }

    @Test
    void anotherDepartmentsListTypeIsNotTheCallers() {
        JsonNode refused = body(preview("tax-reporter", PYRAMID), 403);

        assertThat(refused.at("/errors/0/field").asString()).isEqualTo("listType");
        assertThat(refused.at("/errors/0/code").asString()).isEqualTo("NOT_YOURS");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        String wrong = """
                {"listType": "SEVERE-CCC", "subject": {"kind": "PERSON", "idNumber": "999999199001010009"},
                 "persons": [{"role": "OWNER", "idNumber": ""}]}""";

        assertThat(errors(body(preview("market-reporter", wrong), 422)))
                .containsExactlyInAnyOrder(
                        "subject.kind UNKNOWN_CODE",
                        "subject.idNumber CHECK_DIGIT",
                        "persons[0].role UNKNOWN_CODE",
                        "persons[0].idNumber REQUIRED");
        assertThat(errors(body(preview("market-reporter", "{\"listType\": \"NO-SUCH\"}"), 422)))
                .containsExactlyInAnyOrder("listType UNKNOWN_CODE", "subject REQUIRED", "persons REQUIRED");
    }

    @Test
    void onlyWhoMayListMayLookAhead() {
        assertThat(preview("market-implementer", PYRAMID).getStatusCode().value())
                .isEqualTo(403);
        assertThat(preview("drc-supervisor", PYRAMID).getStatusCode().value()).isEqualTo(403);
        assertThat(preview("sys-market", PYRAMID).getStatusCode().value()).isEqualTo(200);
    }

    private ResponseEntity<String> preview(String who, String listing) {
        return as(who).post()
                .uri("/api/sanction/actions/preview")
                .contentType(MediaType.APPLICATION_JSON)
                .body(listing)
                .retrieve()
                .toEntity(String.class);
    }

    private static JsonNode body(ResponseEntity<String> answer, int status) {
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        return json(answer.getBody());
    }

    private static List<String> errors(JsonNode problem) {
        return problem.at("/errors")
                .valueStream()
                .map(error ->
                        error.at("/field").asString() + " " + error.at("/code").asString())
                .toList();
    }
}
