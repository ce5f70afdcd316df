package org.jointcredit.collection.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.collection.Bodies.fields;
import static org.jointcredit.collection.Bodies.number;
import static org.jointcredit.collection.Bodies.penalty;
import static org.jointcredit.collection.Bodies.penaltyOfPerson;
import static org.jointcredit.collection.Bodies.with;

import java.util.ArrayList;
import java.util.List;
import org.jointcredit.collection.Bodies;
import org.jointcredit.collection.RunningCollection;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Receipt;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Records over Kafka: every one gets its receipt, and sending twice changes nothing (C2). */
class RecordIntakeIT extends RunningCollection {
    private static final String INTAKE = Topics.intake("market");
    private static final String RECEIPT = Topics.receipt("market");

    @Test
    void aRecordIsTakenOnceAndItsReceiptSaysSo() {
        try (TopicReader receipts = SYSTEM.reader(RECEIPT)) {
            ObjectNode body = penaltyOfPerson(clock.today());
            Receipt first = receipt(receipts, send(EventTypes.RECORD_SUBMITTED, body));
            Receipt same = receipt(receipts, send(EventTypes.RECORD_SUBMITTED, body));
            Receipt other = receipt(
                    receipts,
                    send(
                            EventTypes.RECORD_SUBMITTED,
                            with(body.deepCopy(), now -> fields(now).put("cf_nr_fk", "1"))));

            assertThat(first.outcome()).as(first.toString()).isEqualTo(Receipt.Outcome.ACCEPTED);
            assertThat(same.outcome()).isEqualTo(Receipt.Outcome.UNCHANGED);
            assertThat(same.id()).isEqualTo(first.id());
            assertThat(errors(other)).containsExactly("number DUPLICATE");
        }
    }

    @Test
    void allReasonsOfARefusalComeAtOnceAndAnotherDepartmentsRecordIsNotYours() {
        try (TopicReader receipts = SYSTEM.reader(RECEIPT)) {
            Receipt wrong = receipt(receipts, send(EventTypes.RECORD_SUBMITTED, with(penalty(clock.today()), body -> {
                body.remove("decidedOn");
                fields(body).put("cf_cflb", "口头教育").put("secret", "1");
            })));
            assertThat(errors(wrong))
                    .containsExactlyInAnyOrder(
                            "decidedOn REQUIRED", "fields.cf_cflb UNKNOWN_CODE", "fields.secret UNKNOWN_FIELD");
            Receipt notYours = receipt(
                    receipts,
                    send(
                            EventTypes.RECORD_SUBMITTED,
                            with(penalty(clock.today()), body -> fields(body).put("cf_sjlydm", "11150403MB1A000287"))));
            assertThat(errors(notYours)).containsExactly("fields.cf_sjlydm NOT_YOURS");
        }
    }

    @Test
    void aReceiptDoesNotRepeatWhatMustNotBeCollectedC3() {
        try (TopicReader receipts = SYSTEM.reader(RECEIPT)) {
            ObjectNode body = with(penalty(clock.today()), record -> record.put("number", "李示例患有乙肝"));
            String message = send(EventTypes.RECORD_SUBMITTED, body);

            Receipt refused = receipt(receipts, message);

            assertThat(errors(refused)).containsExactly("number FORBIDDEN_DATA");
            assertThat(refused.number()).isNull();
            var sent = receipts.await(1, PATIENCE, answerTo(message)).getFirst();
            assertThat(sent.key() + sent.value()).doesNotContain("乙肝");
        }
    }

    @Test
    void aRecordIsTakenBackByItsNumber() {
        try (TopicReader receipts = SYSTEM.reader(RECEIPT);
                TopicReader records = SYSTEM.reader(Topics.RECORD)) {
            ObjectNode body = penalty(clock.today());
            Receipt taken = receipt(receipts, send(EventTypes.RECORD_SUBMITTED, body));
            ObjectNode back = Bodies.json("{}")
                    .put("number", body.get("number").asString())
                    .put("reason", "决定已被撤销");
            Receipt withdrawn = receipt(receipts, send(EventTypes.RECORD_WITHDRAWAL_SUBMITTED, back));
            Receipt again = receipt(receipts, send(EventTypes.RECORD_WITHDRAWAL_SUBMITTED, back));
            Receipt unknown = receipt(
                    receipts,
                    send(EventTypes.RECORD_WITHDRAWAL_SUBMITTED, back.deepCopy().put("number", number())));

            assertThat(withdrawn.outcome()).as(withdrawn.toString()).isEqualTo(Receipt.Outcome.ACCEPTED);
            assertThat(withdrawn.id()).isEqualTo(taken.id());
            assertThat(again.outcome()).isEqualTo(Receipt.Outcome.UNCHANGED);
            assertThat(errors(unknown)).containsExactly("number NOT_YOURS");
            RecordFact last = ContractJson.mapper()
                    .readValue(
                            records.await(2, PATIENCE, about(String.valueOf(taken.id())))
                                    .getLast()
                                    .value(),
                            RecordFact.class);
            assertThat(last.state()).isEqualTo(RecordState.WITHDRAWN);
        }
    }

    @Test
    void manyAtOnceAreEachAnswered() {
        try (TopicReader receipts = SYSTEM.reader(RECEIPT)) {
            List<String> messages = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                messages.add(send(EventTypes.RECORD_SUBMITTED, penalty(clock.today())));
            }
            for (String message : messages) {
                assertThat(receipt(receipts, message).outcome()).isEqualTo(Receipt.Outcome.ACCEPTED);
            }
        }
    }

    private static String send(String type, ObjectNode body) {
        return SYSTEM.send("sys-market", INTAKE, body.path("number").asString(""), type, body.toString());
    }

    private static Receipt receipt(TopicReader receipts, String message) {
        return ContractJson.mapper()
                .readValue(
                        receipts.await(1, PATIENCE, answerTo(message))
                                .getFirst()
                                .value(),
                        Receipt.class);
    }

    private static List<String> errors(Receipt receipt) {
        return receipt.errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }
}
