package org.jointcredit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.acceptance.House.SYSTEM;
import static org.jointcredit.acceptance.House.eventually;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointcredit.acceptance.Wire.Seen;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.junit.jupiter.api.Test;

/** What cannot be understood is put aside with its reason and does not hold up the next. */
class DeadLettersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String run = House.freshRun();

    @Test
    void whatDepartmentsSendIsPutAsideWithItsReasonAndTheNextIsTaken() throws Exception {
        var listing = new Invented(run.hashCode()).listing(run + "good", "SEVERE-FOOD-DRUG");
        try (var wire = Wire.fromNow(SYSTEM, House.EVERYTHING);
                var outbox = new Outbox(SYSTEM)) {
            sendWhatNobodyUnderstands(outbox, Topics.intake("market"), EventTypes.LISTING_SUBMITTED);
            outbox.send(Topics.intake("market"), run + "good", EventTypes.LISTING_SUBMITTED, run + "good", listing)
                    .get();
            eventually(
                    PATIENCE,
                    "the receipt of the good one",
                    () -> wire.on(Topics.receipt("market")).stream()
                            .anyMatch(receipt -> receipt.causation().equals(run + "good")
                                    && receipt.type().equals(EventTypes.SUBMISSION_ACCEPTED)));
            allThreeArePutAside(wire, "collection", Topics.intake("market"));
        }
    }

    @Test
    void whatAgenciesSendIsPutAsideWithItsReasonAndTheNextIsAnswered() throws Exception {
        try (var wire = Wire.fromNow(SYSTEM, House.EVERYTHING);
                var outbox = new Outbox(SYSTEM)) {
            sendWhatNobodyUnderstands(outbox, Topics.feedback("trading"), EventTypes.NOTICE_RECEIVED);
            var report = Front.JSON
                    .createObjectNode()
                    .put("notice", "no-such-notice")
                    .put("by", "张办事");
            outbox.send(Topics.feedback("trading"), "no-such-notice", EventTypes.NOTICE_RECEIVED, run + "good", report)
                    .get();
            eventually(
                    PATIENCE,
                    "the answer to the good one",
                    () -> wire.on(Topics.response("trading")).stream()
                            .anyMatch(answer -> answer.causation().equals(run + "good")
                                    && answer.type().equals(EventTypes.FEEDBACK_REFUSED)));
            allThreeArePutAside(wire, "sanction", Topics.feedback("trading"));
        }
    }

    private void sendWhatNobodyUnderstands(Outbox outbox, String topic, String type) throws Exception {
        outbox.send(topic, run + "no-json", type, run + "no-json", "这不是 JSON").get();
        outbox.send(topic, run + "no-headers", Map.of(), "{}").get();
        outbox.send(topic, run + "unknown", "org.jointcredit.unheard.of.v1", run + "unknown", "{}")
                .get();
    }

    private void allThreeArePutAside(Wire wire, String service, String topic) {
        eventually(PATIENCE, "three dead letters", () -> letters(wire, service).size() == 3);
        assertThat(letters(wire, service).keySet())
                .isEqualTo(Set.of(run + "no-json", run + "no-headers", run + "unknown"));
        assertThat(letters(wire, service).values()).allSatisfy(letter -> {
            assertThat(letter.value().path("topic").asString()).isEqualTo(topic);
            assertThat(letter.value().path("offset").isNumber()).isTrue();
            assertThat(letter.value().path("reason").asString()).isNotBlank();
            assertThat(letter.text()).doesNotContain("这不是");
        });
    }

    private Map<String, Seen> letters(Wire wire, String service) {
        return wire.on(Topics.deadLetter(service)).stream()
                .filter(letter -> letter.key() != null && letter.key().startsWith(run))
                .collect(Collectors.toMap(Seen::key, letter -> letter));
    }
}
