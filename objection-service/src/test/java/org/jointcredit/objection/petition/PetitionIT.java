package org.jointcredit.objection.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.objection.RunningObjection;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** O4, O6, O9: review by who had no part in it, repair by who found the breach, exit by who listed. */
class PetitionIT extends RunningObjection {
    private static final String GRANT = """
            {"outcome":"%s","reasons":"已经改正","basis":"A29"}""";

    private String company;

    @BeforeEach
    void aCompany() {
        company = UUID.randomUUID().toString();
        SYSTEM.local().setSubject("company-agent", company);
        SYSTEM.local().setSubject("citizen-wang", UUID.randomUUID().toString());
    }

    @Test
    void aDecisionIsReviewedOnceByAReviewerWhoOrdersAHoldAndDecides() {
        ListingFact listing = told(listing(company, UUID.randomUUID().toString(), List.of()));
        String objection = post(
                        "company-agent",
                        "/objections",
                        "{\"against\":{\"kind\":\"LISTING\",\"id\":\"" + listing.listing()
                                + "\"},\"claim\":\"WRONG\",\"statement\":\"信息不实\",\"evidence\":[]}",
                        null)
                .text("/id");
        assertThat(review("company-agent", objection).text("/errors/0/code")).isEqualTo("WRONG_STATE");
        post(
                "drc-office",
                "/objections/" + objection + "/decision",
                "{\"outcome\":\"REJECTED\",\"reasons\":\"属实\",\"basis\":\"A30\"}",
                null);

        assertThat(review("citizen-wang", objection).status()).isEqualTo(404);
        Reply asked = review("company-agent", objection);
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        assertThat(asked.text("/number")).startsWith("复〔");
        Reply again = review("company-agent", objection);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/errors/0/code")).isEqualTo("DUPLICATE");

        String path = "/reviews/" + asked.text("/id");
        assertThat(post("drc-office", path + "/decision", "{\"hold\":true}", null)
                        .status())
                .isEqualTo(403);
        Reply held = post("drc-reviewer", path + "/decision", "{\"hold\":true}", null);
        assertThat(held.text("/state")).isEqualTo("RECEIVED");
        assertThat(held.body().path("holding").asBoolean()).isTrue();
        assertThat(post("drc-reviewer", path + "/decision", "{}", null).text("/errors/0/code"))
                .isEqualTo("REQUIRED");
        Reply decided = post(
                "drc-reviewer",
                path + "/decision",
                "{\"outcome\":\"UPHELD\",\"reasons\":\"事实不清\",\"basis\":\"A31\"}",
                null);
        assertThat(decided.status()).as(decided.body().toString()).isEqualTo(200);
        assertThat(decided.body().path("holding").asBoolean()).isTrue();
        told(later(listing, EndingReason.REVOKED));
        eventually(() -> !get("company-agent", path).body().path("holding").asBoolean());
        assertThat(told(EventTypes.REVIEW_DECIDED, asked.text("/id"), 3))
                .extracting(fact -> fact.path("holding").asBoolean())
                .containsExactly(true, true, false);
        for (String party : List.of("company-agent", "drc-office", "market-reporter")) {
            assertThat(get(party, path).text("/outcome")).as(party).isEqualTo("UPHELD");
        }
        assertThat(get("company-agent", path)
                        .body()
                        .path("timeline")
                        .valueStream()
                        .map(e -> e.path("what").asString()))
                .containsExactly("RECEIVED", "HELD", "DECIDED", "RELEASED");
        assertThat(get("company-agent", path + "/propagation").text("/places/content/0/duty"))
                .isEqualTo("CORRECTION");
    }

    @Test
    void aRepairIsDecidedByTheProviderAndTheRecordIsMarkedByWhatIsTold() {
        RecordFact record = told(record(company, "XYGS-CF"));
        Reply asked = ask("company-agent", "/repairs", "record", record.record());
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        String path = "/repairs/" + asked.text("/id");
        assertThat(ask("company-agent", "/repairs", "record", record.record()).status())
                .isEqualTo(409);
        assertThat(post("tax-approver", path + "/decision", GRANT.formatted("GRANTED"), null)
                        .status())
                .isEqualTo(404);
        Reply granted = post("education-approver", path + "/decision", GRANT.formatted("GRANTED"), null);
        assertThat(granted.text("/outcome")).isEqualTo("GRANTED");
        assertThat(post("education-approver", path + "/decision", GRANT.formatted("REFUSED"), null)
                        .status())
                .isEqualTo(409);
        assertThat(told(EventTypes.REPAIR_DECIDED, asked.text("/id"), 1))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.at("/of/id").asString()).isEqualTo(record.record());
                    assertThat(fact.path("department").asString()).isEqualTo("education");
                });
    }

    @Test
    void whoIsOnASevereListHasNothingRepaired() {
        RecordFact record = told(record(company, "XYGS-CF"));
        ListingFact severe = told(listing(company, UUID.randomUUID().toString(), List.of()));
        Reply refused = ask("company-agent", "/repairs", "record", record.record());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/code")).isEqualTo("NO_BASIS");
        assertThat(refused.text("/errors/0/basis")).isEqualTo("A29");
        told(later(severe, EndingReason.EXIT));
        assertThat(ask("company-agent", "/repairs", "record", record.record()).status())
                .isEqualTo(201);
    }

    @Test
    void anExitIsAskedOfWhoListedByTheListedOneAlone() {
        String person = UUID.randomUUID().toString();
        SYSTEM.local().setSubject("citizen-wang", person);
        ListingFact listing = told(listing(company, person, List.of()));
        assertThat(ask("citizen-wang", "/exits", "listing", listing.listing()).status())
                .isEqualTo(404);
        Reply asked = ask("company-agent", "/exits", "listing", listing.listing());
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        String path = "/exits/" + asked.text("/id");
        assertThat(post("market-reporter", path + "/decision", GRANT.formatted("GRANTED"), null)
                        .status())
                .isEqualTo(403);
        assertThat(post("market-approver", path + "/decision", GRANT.formatted("GRANTED"), null)
                        .text("/state"))
                .isEqualTo("DECIDED");
        assertThat(told(EventTypes.EXIT_DECIDED, asked.text("/id"), 1))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.path("listing").asString()).isEqualTo(listing.listing());
                    assertThat(fact.path("decidedBy").asString()).isEqualTo("market-approver");
                });
        assertThat(get("company-agent", path + "/propagation")
                        .body()
                        .path("complete")
                        .asBoolean())
                .isFalse();
        told(later(listing, EndingReason.EXIT));
        assertThat(get("company-agent", path + "/propagation")
                        .body()
                        .path("complete")
                        .asBoolean())
                .isTrue();
        assertThat(get("citizen-wang", path + "/propagation").status()).isEqualTo(404);
    }

    private Reply review(String who, String objection) {
        return post(who, "/reviews", "{\"objection\":\"" + objection + "\",\"grounds\":\"处理决定有误\"}", null);
    }

    private Reply ask(String who, String path, String field, String id) {
        return post(who, path, "{\"" + field + "\":\"" + id + "\",\"grounds\":\"已经改正\",\"proofs\":[]}", null);
    }

    private static List<JsonNode> told(String type, String petition, int least) {
        try (TopicReader remedy = SYSTEM.reader(Topics.REMEDY)) {
            return remedy
                    .await(
                            least,
                            PATIENCE,
                            event -> TopicReader.header(event, "ce_type").equals(type)
                                    && TopicReader.header(event, "ce_subject").equals(petition))
                    .stream()
                    .map(event -> ContractJson.mapper().readTree(event.value()))
                    .toList();
        }
    }
}
