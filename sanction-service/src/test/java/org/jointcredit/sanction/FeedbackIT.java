package org.jointcredit.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** S3: agencies answer over Kafka and REST alike; what is refused is said, what is late or wrong is kept and flagged. */
class FeedbackIT extends RunningSanction {

    @Test
    void anAgencyReceivesAndExecutesOverKafka() {
        ListingFact fact = listed();
        String notice = notice(fact, "trading", "S-TRADING-LIMIT");
        report("trading", EventTypes.NOTICE_RECEIVED, notice, "");
        report("trading", EventTypes.NOTICE_EXECUTED, notice, ",\"outcome\":\"已限制\",\"amount\":\"12.50\"");
        try (TopicReader feedback = SYSTEM.reader(Topics.FEEDBACK)) {
            var recorded = feedback.await(2, PATIENCE, record -> notice.equals(record.key()));
            assertThat(types(recorded)).containsOnly(EventTypes.FEEDBACK_RECORDED);
            assertThat(recorded.getLast().value()).doesNotContain("已限制");
        }
        var read = json(body(as("trading-implementer").get().uri("/api/sanction/notices/{id}", notice)));
        assertThat(read.path("agencyState").asString()).isEqualTo("EXECUTED");
        assertThat(read.path("applied").asBoolean()).isTrue();
        assertThat(read.path("owes").asString()).isEqualTo("NONE");
        assertThat(read.path("flags")).isEmpty();
        assertThat(read.path("timeline").toString()).contains("已限制", "张办事");
    }

    @Test
    void theSameMessageAgainChangesNothing() {
        ListingFact fact = listed();
        String notice = notice(fact, "trading", "S-TRADING-LIMIT");
        String id = UUID.randomUUID().toString();
        for (int time = 0; time < 3; time++) {
            send("trading", EventTypes.NOTICE_EXECUTED, notice, "", id);
        }
        report("trading", EventTypes.NOTICE_RELEASED, notice, "");
        try (TopicReader feedback = SYSTEM.reader(Topics.FEEDBACK)) {
            feedback.await(
                    1,
                    PATIENCE,
                    record -> notice.equals(record.key()) && record.value().contains("RELEASED"));
            assertThat(feedback.seen().stream().filter(record -> notice.equals(record.key())))
                    .hasSize(2);
        }
    }

    @Test
    void anothersNoticeAnUnknownOneAndADeclinedMandatoryMeasureAreRefusedWithTheReason() {
        ListingFact fact = listed();
        String tradings = notice(fact, "trading", "S-TRADING-LIMIT");
        report("culture", EventTypes.NOTICE_RECEIVED, tradings, "");
        report("culture", EventTypes.NOTICE_RECEIVED, "no-such-notice", "");
        report("trading", EventTypes.NOTICE_DECLINED, tradings, ",\"reason\":\"不愿执行\"");
        try (TopicReader culture = SYSTEM.reader(Topics.response("culture"));
                TopicReader trading = SYSTEM.reader(Topics.response("trading"))) {
            var refused = culture.await(
                    2, PATIENCE, record -> List.of(tradings, "no-such-notice").contains(record.key()));
            assertThat(types(refused)).containsOnly(EventTypes.FEEDBACK_REFUSED);
            assertThat(refused).allSatisfy(record -> {
                assertThat(record.value()).contains("NOT_YOURS");
                assertThat(TopicReader.header(record, CloudEvents.SEQUENCE)).isEmpty();
                assertThat(TopicReader.header(record, CloudEvents.CAUSATION_ID)).isNotEmpty();
            });
            var declined = trading.await(1, PATIENCE, record -> tradings.equals(record.key()));
            assertThat(declined.getFirst().value()).contains("NO_BASIS");
        }
    }

    @Test
    void anExecutionAfterTheEndIsKeptAndFlaggedAndOwesItsRelease() {
        ListingFact fact = listed();
        String notice = notice(fact, "trading", "S-TRADING-LIMIT");
        trigger(facts().ended(fact, EndingReason.EXIT), 2);
        try (TopicReader trading = SYSTEM.reader(Topics.response("trading"))) {
            trading.await(
                    1,
                    PATIENCE,
                    record -> record.value().contains(notice)
                            && TopicReader.header(record, CloudEvents.TYPE).equals(EventTypes.NOTICE_LIFTED));
        }
        var answer = post("trading-implementer", notice, "execution", "{}", null);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        var kept = json(answer.getBody());
        assertThat(kept.path("legal").asString()).isEqualTo("ENDED");
        assertThat(kept.path("owes").asString()).isEqualTo("RELEASE");
        assertThat(kept.path("flags").toString()).isEqualTo("[\"AFTER_END\"]");
    }

    @Test
    void anIdempotencyKeyGivesTheFirstAnswerAgainAndNoOtherBody() {
        ListingFact fact = listed();
        String notice = notice(fact, "trading", "S-TRADING-LIMIT");
        String key = UUID.randomUUID().toString();
        var first = post("sys-trading", notice, "receipt", "{\"by\":\"张办事\", \"outcome\":\"收到\"}", key);
        post("sys-trading", notice, "execution", "{\"by\":\"张办事\"}", null);
        var again = post("sys-trading", notice, "receipt", "{\"outcome\":\"收到\",\"by\":\"张办事\"}", key);
        assertThat(again.getStatusCode().value()).isEqualTo(200);
        assertThat(json(again.getBody())).isEqualTo(json(first.getBody()));
        assertThat(post("sys-trading", notice, "receipt", "{\"by\":\"王办事\"}", key)
                        .getStatusCode()
                        .value())
                .isEqualTo(409);
    }

    @Test
    void theOrderOfJudgementIsIdentityRoleAgencyJsonFields() {
        ListingFact fact = listed();
        String notice = notice(fact, "trading", "S-TRADING-LIMIT");
        assertThat(status("citizen-li", notice, "receipt", "no json")).isEqualTo(403);
        assertThat(status("market-reporter", notice, "receipt", "no json")).isEqualTo(403);
        assertThat(status("culture-implementer", notice, "receipt", "no json")).isEqualTo(404);
        // its listing's department may read it, and is not its agency
        assertThat(status("sys-market", notice, "receipt", "no json")).isEqualTo(403);
        assertThat(status("trading-implementer", notice, "receipt", "no json")).isEqualTo(400);
        var refused = post("sys-trading", notice, "refusal", "{\"executedAt\":\"2999-01-01T00:00:00+08:00\"}", null);
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(codes(refused))
                .containsExactlyInAnyOrder(
                        "by REQUIRED", "reason REQUIRED", "executedAt DATE_IN_FUTURE", "notice NO_BASIS");
    }

    @Test
    void theExplanationNamesMeasureRuleListingAndEveryStep() {
        ListingFact fact = listed();
        String notice = notice(fact, "trading", "S-TRADING-LIMIT");
        String explanation = body(as("drc-supervisor").get().uri("/api/sanction/notices/{id}/explanation", notice));
        assertThat(explanation)
                .contains(
                        "default-2021",
                        fact.decision().document(),
                        fact.decision().authority(),
                        fact.evidence().getFirst().sha256(),
                        "notice-issued",
                        "第二十六条");
        String action = body(as("market-approver").get().uri("/api/sanction/actions/{id}", fact.listing()));
        assertThat(action).contains(notice);
    }

    @Test
    void listsAreNarrowedToWhatTheCallerMayKnow() {
        ListingFact fact = listed();
        String notice = notice(fact, "trading", "S-TRADING-LIMIT");
        String path = "/api/sanction/notices?size=200&listing=" + fact.listing();
        assertThat(total(as("trading-implementer").get().uri(path))).isEqualTo(1);
        assertThat(total(as("sys-market").get().uri(path))).isEqualTo(28);
        assertThat(total(as("market-implementer").get().uri(path))).isEqualTo(5);
        assertThat(total(as("tax-reporter").get().uri(path))).isEqualTo(0);
        assertThat(total(as("drc-auditor").get().uri(path))).isEqualTo(28);
        assertThat(as("tax-reporter")
                        .get()
                        .uri("/api/sanction/notices/{id}", notice)
                        .retrieve()
                        .toEntity(String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    private ListingFact listed() {
        ListingFact fact = facts().severe("SEVERE-FIRE", "LIFE_AND_HEALTH");
        trigger(fact, 1);
        return fact;
    }

    private String notice(ListingFact fact, String agency, String measure) {
        try (TopicReader responses = SYSTEM.reader(Topics.response(agency))) {
            var issued = responses.await(
                    1, PATIENCE, of(fact).and(record -> record.value().contains(measure)));
            return TopicReader.header(issued.getFirst(), CloudEvents.SUBJECT);
        }
    }

    private static void report(String agency, String type, String notice, String more) {
        send(agency, type, notice, more, UUID.randomUUID().toString());
    }

    private static void send(String agency, String type, String notice, String more, String id) {
        SYSTEM.send(
                "sys-" + agency,
                Topics.feedback(agency),
                notice,
                Map.of(
                        CloudEvents.SPEC_VERSION,
                        "1.0",
                        CloudEvents.ID,
                        id,
                        CloudEvents.SOURCE,
                        "urn:test:" + agency,
                        CloudEvents.TYPE,
                        type),
                ("{\"notice\":\"" + notice + "\",\"by\":\"张办事\"" + more + "}")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private ResponseEntity<String> post(
            String who, String notice, String command, String body, @org.jspecify.annotations.Nullable String key) {
        var request = as(who).post()
                .uri("/api/sanction/notices/{id}/{command}", notice, command)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.retrieve().toEntity(String.class);
    }

    private int status(String who, String notice, String command, String body) {
        return post(who, notice, command, body, null).getStatusCode().value();
    }

    private static String body(org.springframework.web.client.RestClient.RequestHeadersSpec<?> request) {
        var answer = request.retrieve().toEntity(String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
        return String.valueOf(answer.getBody());
    }

    private static long total(org.springframework.web.client.RestClient.RequestHeadersSpec<?> request) {
        return json(body(request)).path("page").path("totalElements").asLong();
    }

    private static List<String> codes(ResponseEntity<String> answer) {
        return json(answer.getBody())
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .toList();
    }
}
