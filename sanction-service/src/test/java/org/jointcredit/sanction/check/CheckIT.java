package org.jointcredit.sanction.check;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.PersonBehind;
import org.jointcredit.contract.event.PersonRole;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.DocumentKind;
import org.jointcredit.local.demo.Invention;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.sanction.QueryPlan;
import org.jointcredit.sanction.RunningSanction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** S6: an agency asks before it acts, and is told what is in force at that moment, no more and no less. */
class CheckIT extends RunningSanction {

    private static final Random RANDOM = new Random();
    private static final String NAME = "元宝山核查商贸有限公司";

    @Autowired
    private IndexKeys keys;

    private final String code = Invention.code(RANDOM);

    @Test
    void whatIsInForceForTheSceneIsToldWithBasisListingAndNotice() {
        ListingFact fact = listed();

        JsonNode answer = ask("trading-implementer", organisation(code, "BIDDING"));

        assertThat(answer.path("known").asBoolean()).isTrue();
        assertThat(answer.path("hit").asBoolean()).isTrue();
        assertThat(answer.path("nameDiffers").asBoolean()).isFalse();
        assertThat(answer.path("asOf").asString()).isNotEmpty();
        assertThat(answer.path("lawVersion").asString()).isEqualTo("2021");
        JsonNode measure = answer.at("/measures/0");
        assertThat(measure.path("code").asString()).isEqualTo("S-TRADING-LIMIT");
        assertThat(measure.path("force").asString()).isEqualTo("MANDATORY");
        assertThat(measure.path("kind").asString()).isEqualTo("SANCTION");
        assertThat(measure.path("nature").asString()).isEqualTo("GATE");
        assertThat(measure.path("text").asString()).isNotEmpty();
        assertThat(measure.path("basis").asString()).isNotEmpty();
        assertThat(measure.path("listing").asString()).isEqualTo(fact.listing());
        assertThat(as("trading-implementer")
                        .get()
                        .uri(
                                "/api/sanction/notices/{id}",
                                measure.path("notice").asString())
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void anotherSceneAndAnotherAgencyHaveNoneOfIt() {
        listed();

        assertThat(ask("trading-implementer", organisation(code, "TRAVEL"))
                        .path("hit")
                        .asBoolean())
                .isFalse();
        assertThat(ask("court-implementer", organisation(code, "BIDDING"))
                        .path("hit")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void whoIsNotKnownIsSaidToBeSoAndWhoCannotBeIdentifiedIsAnError() {
        JsonNode stranger = ask("sys-trading", organisation(code, "BIDDING"));

        assertThat(stranger.path("known").asBoolean()).isFalse();
        assertThat(stranger.path("hit").asBoolean()).isFalse();
        assertThat(errors(post("sys-trading", "", organisation("91150403FAKE000801", "BIDDING"), null)))
                .containsExactly("subject.code CHECK_DIGIT");
        assertThat(errors(post("sys-trading", "", person("999999199001010009", "BIDDING", null), null)))
                .containsExactlyInAnyOrder("subject.idNumber CHECK_DIGIT", "by REQUIRED");
        assertThat(errors(post("sys-trading", "", organisation(code, "NO-SUCH-SCENE"), null)))
                .containsExactly("scene UNKNOWN_CODE");
        assertThat(errors(post("sys-trading", "", "{\"subject\":{\"name\":\"" + NAME + "\"}}", null)))
                .containsExactlyInAnyOrder(
                        "subject.kind REQUIRED", "scene REQUIRED", "item REQUIRED", "stage REQUIRED");
    }

    @Test
    void oneWriteOnTheActionSilencesAllOfItsMeasuresBeforeAnyNoticeHasMoved() {
        ListingFact fact = listed();
        var hold = new Document("owner", "objection-1")
                .append("reason", "OBJECTION")
                .append("since", Date.from(Instant.parse("2026-09-22T02:00:00Z")));
        mongo.getCollection("actions").updateOne(eq("_id", fact.listing()), Updates.set("holds", List.of(hold)));

        JsonNode answer = ask("trading-implementer", organisation(code, "BIDDING"));

        assertThat(mongo.getCollection("notices").distinct("legal", eq("action", fact.listing()), String.class))
                .containsExactly("IN_FORCE");
        assertThat(answer.path("known").asBoolean()).isTrue();
        assertThat(answer.path("hit").asBoolean()).isFalse();
        assertThat(answer.path("measures")).isEmpty();
        mongo.getCollection("actions").updateOne(eq("_id", fact.listing()), Updates.set("holds", List.of()));
        assertThat(ask("trading-implementer", organisation(code, "BIDDING"))
                        .path("hit")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void afterTheEndNothingIsInForce() {
        ListingFact fact = listed();
        trigger(facts().ended(fact, EndingReason.EXIT), 2);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ask("trading-implementer", organisation(code, "BIDDING"))
                                .path("hit")
                                .asBoolean())
                        .isFalse());
    }

    @Test
    void aListingPastItsTermIsSilentBeforeCollectionHasEndedIt() {
        ListingFact fact = listed();
        trigger(facts().with(fact, List.of(), fact.effectiveFrom()), 2);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ask("trading-implementer", organisation(code, "BIDDING"))
                                .path("hit")
                                .asBoolean())
                        .isFalse());
    }

    @Test
    void theNameNeverMatchesOrExcludes() {
        listed();

        JsonNode answer = ask("sys-trading", organisation(code, "BIDDING").replace(NAME, "另一家有限公司"));

        assertThat(answer.path("hit").asBoolean()).isTrue();
        assertThat(answer.path("nameDiffers").asBoolean()).isTrue();
    }

    @Test
    void aPersonBehindIsFoundByTheNumberWhichIsKeptNowhere() {
        String number = "999999198503120018";
        var person = new PersonBehind(
                UUID.randomUUID().toString(),
                PersonRole.LEGAL_REPRESENTATIVE,
                false,
                keys.of(DocumentKind.CITIZEN.code() + ":" + number));
        listed(person);

        JsonNode answer = ask("sys-hrss", person(number, "POST", "钱经办"));

        assertThat(answer.path("hit").asBoolean()).isTrue();
        assertThat(answer.path("nameDiffers").asBoolean()).isTrue();
        assertThat(answer.at("/measures/0/code").asString()).isEqualTo("S-POST-LIMIT");
        Document kept = Objects.requireNonNull(mongo.getCollection("checks")
                .find(eq("_id", answer.path("id").asString()))
                .first());
        assertThat(kept.getString("by")).isEqualTo("钱经办");
        assertThat(kept.getList("subjects", String.class)).containsExactly(person.subject());
        assertThat(kept.toJson()).doesNotContain(number, "李示例");
    }

    @Test
    void aPersonSeesWhoCheckedItBecauseDisclosureIsToldBeforeTheAnswerLeavesA20() {
        String number = Invention.idNumber(RANDOM);
        var person = new PersonBehind(
                UUID.randomUUID().toString(),
                PersonRole.LEGAL_REPRESENTATIVE,
                false,
                keys.of(DocumentKind.CITIZEN.code() + ":" + number));
        listed(person);
        String stranger = Invention.idNumber(RANDOM);
        String key = UUID.randomUUID().toString();
        String batch = "{\"checks\":[%s,%s,%s]}"
                .formatted(
                        person(number, "POST", "钱经办"), person(stranger, "POST", "钱经办"), organisation(code, "BIDDING"));
        int before = DISCLOSURE.looks().size();

        JsonNode answers = body(post("sys-hrss", "/batch", batch, key), 200).path("checks");

        List<JsonNode> told =
                DISCLOSURE.looks().subList(before, DISCLOSURE.looks().size());
        String known = answers.at("/0/answer/id").asString();
        assertThat(told)
                .filteredOn(look -> look.path("request").asString().equals(known))
                .singleElement()
                .satisfies(look -> {
                    assertThat(look.path("kind").asString()).isEqualTo("CHECK");
                    assertThat(look.path("subject").asString()).isEqualTo(person.subject());
                    assertThat(look.path("officer").asString()).isEqualTo("钱经办");
                    assertThat(look.path("department").asString()).isEqualTo("hrss");
                    assertThat(look.path("matter").asString()).isEqualTo("JY-001");
                    assertThat(look.path("records").asInt()).isEqualTo(1);
                });
        assertThat(told)
                .filteredOn(look -> look.path("request")
                        .asString()
                        .equals(answers.at("/1/answer/id").asString()))
                .singleElement()
                .satisfies(look -> {
                    assertThat(look.hasNonNull("subject")).isFalse();
                    assertThat(look.path("macs"))
                            .hasSize(keys.of(DocumentKind.CITIZEN.code() + ":" + stranger)
                                    .size());
                });
        assertThat(told)
                .as("what is in force on an organisation everybody may know")
                .noneMatch(look -> look.path("request")
                        .asString()
                        .equals(answers.at("/2/answer/id").asString()));
        assertThat(told.toString()).doesNotContain(number, stranger, "李示例");

        body(post("sys-hrss", "/batch", batch, key), 200);
        assertThat(DISCLOSURE.looks()).as("the first answer is no second look").hasSize(before + told.size());
    }

    @Test
    void whileALookAtAPersonCannotBeLoggedNothingIsAnsweredA20() {
        String key = UUID.randomUUID().toString();
        String body = person(Invention.idNumber(RANDOM), "POST", "钱经办");
        DISCLOSURE.away(true);
        try {
            ResponseEntity<String> refused = post("sys-hrss", "", body, key);
            assertThat(refused.getStatusCode().value()).isEqualTo(503);
            assertThat(refused.getHeaders().getFirst("Retry-After")).isNotNull();
            assertThat(post("sys-hrss", "/batch", "{\"checks\":[" + body + "]}", key)
                            .getStatusCode()
                            .value())
                    .isEqualTo(503);
            assertThat(post("sys-trading", "", organisation(code, "BIDDING"), null)
                            .getStatusCode()
                            .value())
                    .isEqualTo(201);
        } finally {
            DISCLOSURE.away(false);
        }
        int before = DISCLOSURE.looks().size();
        body(post("sys-hrss", "", body, key), 201);
        body(post("sys-hrss", "/batch", "{\"checks\":[" + body + "]}", key), 200);
        assertThat(DISCLOSURE.looks()).hasSize(before + 2);
    }

    @Test
    void whatCollectionPublishedIsSeenToBeFresh() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ask("sys-trading", organisation(code, "BIDDING"))
                                .path("stale")
                                .asBoolean())
                        .isFalse());
    }

    @Test
    void theSameKeyIsTheSameCheck() {
        String key = UUID.randomUUID().toString();
        String body = organisation(code, "BIDDING");
        JsonNode first = body(post("sys-trading", "", body, key), 201);
        listed();

        assertThat(body(post("sys-trading", "", body, key), 201)).isEqualTo(first);
        assertThat(post("sys-trading", "", organisation(code, "LAND"), key)
                        .getStatusCode()
                        .value())
                .isEqualTo(409);
        assertThat(ask("sys-trading", body).path("id")).isNotEqualTo(first.path("id"));
    }

    @Test
    void eachRowOfABatchHasItsOwnAnswerOrItsOwnErrors() {
        listed();
        String rows = "{\"checks\":[%s,%s,7]}"
                .formatted(organisation(code, "BIDDING"), organisation("91150403FAKE000801", "BIDDING"));

        JsonNode answers = body(post("sys-trading", "/batch", rows, null), 200).path("checks");

        assertThat(answers).hasSize(3);
        assertThat(answers.at("/0/answer/hit").asBoolean()).isTrue();
        assertThat(answers.get(0).has("errors")).isFalse();
        assertThat(answers.at("/1/errors/0/field").asString()).isEqualTo("subject.code");
        assertThat(answers.get(1).has("answer")).isFalse();
        assertThat(answers.at("/2/errors/0/code").asString()).isEqualTo("FORMAT");
    }

    @Test
    void aBatchHasItsBounds() {
        String many = "{\"checks\":[" + "7,".repeat(200) + "7]}";

        assertThat(errors(post("sys-trading", "/batch", many, null))).containsExactly("checks TOO_LONG");
        assertThat(errors(post("sys-trading", "/batch", "{}", null))).containsExactly("checks REQUIRED");
    }

    @Test
    void aMandatoryHitThatWasNotAppliedNeedsAReasonOfTheLawAndASuperior() {
        listed();
        JsonNode check = ask("sys-trading", organisation(code, "BIDDING"));
        String notice = check.at("/measures/0/notice").asString();

        assertThat(errors(outcome("sys-trading", check, notice, "false", "")))
                .containsExactlyInAnyOrder("measures[0].reason REQUIRED", "measures[0].confirmedBy REQUIRED");
        assertThat(errors(outcome(
                        "sys-trading", check, notice, "false", ",\"reason\":\"BECAUSE\",\"confirmedBy\":\"钱经办\"")))
                .containsExactlyInAnyOrder("measures[0].reason UNKNOWN_CODE", "measures[0].confirmedBy FOUR_EYES");
        assertThat(errors(outcome("sys-trading", check, "another", "true", "")))
                .containsExactly("measures[0].notice UNKNOWN_CODE", "measures REQUIRED");
        assertThat(errors(post(
                        "sys-trading",
                        "/" + check.path("id").asString() + "/outcome",
                        "{\"by\":\"钱经办\",\"measures\":[]}",
                        null)))
                .containsExactly("measures REQUIRED");

        String why = ",\"reason\":\"UNDER-VERIFICATION\",\"confirmedBy\":\"孙科长\"";
        JsonNode reported = body(outcome("sys-trading", check, notice, "false", why), 200);
        assertThat(reported.at("/measures/0/reason").asString()).isEqualTo("UNDER-VERIFICATION");
        assertThat(reported.path("by").asString()).isEqualTo("钱经办");
        assertThat(body(outcome("sys-trading", check, notice, "false", why), 200))
                .isEqualTo(reported);
        assertThat(outcome("sys-trading", check, notice, "true", "")
                        .getStatusCode()
                        .value())
                .isEqualTo(409);
    }

    @Test
    void anothersCheckIsUnknown() {
        JsonNode check = ask("sys-trading", organisation(code, "BIDDING"));

        assertThat(outcome("sys-market", check, "any", "true", "")
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(get("sys-market", check).getStatusCode().value()).isEqualTo(404);
        assertThat(body(get("trading-implementer", check), 200)).isEqualTo(check);
    }

    @Test
    void theSubjectIsFoundByAnIndex() {
        assertThat(QueryPlan.stages(mongo, "actions", in("subjectKeys", List.of("code:" + code, "k:mac")), null))
                .contains("IXSCAN")
                .doesNotContain("COLLSCAN");
    }

    private ListingFact listed(PersonBehind... persons) {
        var subject = new ListedSubject(UUID.randomUUID().toString(), SubjectKind.ORGANISATION, code, NAME, List.of());
        ListingFact fact = facts().listing(
                        UUID.randomUUID().toString(),
                        "SEVERE-FIRE",
                        ListClass.SEVERE,
                        "LIFE_AND_HEALTH",
                        subject,
                        persons);
        trigger(fact, 1);
        await().atMost(PATIENCE)
                .until(() -> mongo.getCollection("actions").countDocuments(eq("_id", fact.listing())) == 1);
        return fact;
    }

    private static String organisation(String code, String scene) {
        return "{\"subject\":{\"kind\":\"ORGANISATION\",\"code\":\"%s\",\"name\":\"%s\"},\"scene\":\"%s\",\"item\":\"JY-001\",\"stage\":\"DECISION\"}"
                .formatted(code, NAME, scene);
    }

    private static String person(String number, String scene, @Nullable String by) {
        return "{\"subject\":{\"kind\":\"PERSON\",\"idNumber\":\"%s\",\"name\":\"李示例\"},\"scene\":\"%s\",\"item\":\"JY-001\",\"stage\":\"ACCEPTANCE\"%s}"
                .formatted(number, scene, by == null ? "" : ",\"by\":\"" + by + "\"");
    }

    private JsonNode ask(String who, String body) {
        return body(post(who, "", body, null), 201);
    }

    private ResponseEntity<String> outcome(String who, JsonNode check, String notice, String applied, String more) {
        return post(
                who,
                "/" + check.path("id").asString() + "/outcome",
                "{\"by\":\"钱经办\",\"measures\":[{\"notice\":\"%s\",\"applied\":%s%s}]}".formatted(notice, applied, more),
                null);
    }

    private ResponseEntity<String> get(String who, JsonNode check) {
        return as(who).get()
                .uri("/api/sanction/checks/{id}", check.path("id").asString())
                .retrieve()
                .toEntity(String.class);
    }

    private ResponseEntity<String> post(String who, String door, String body, @Nullable String key) {
        var request = as(who).post()
                .uri("/api/sanction/checks" + door)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.retrieve().toEntity(String.class);
    }

    private static JsonNode body(ResponseEntity<String> answer, int status) {
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        return json(answer.getBody());
    }

    private static List<String> errors(ResponseEntity<String> answer) {
        return body(answer, 422)
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .toList();
    }
}
