package org.jointcredit.collection.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.collection.Bodies.WANG;
import static org.jointcredit.collection.Bodies.change;
import static org.jointcredit.collection.Bodies.ending;
import static org.jointcredit.collection.Bodies.listing;
import static org.jointcredit.collection.Bodies.personEntry;
import static org.jointcredit.collection.Bodies.with;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jointcredit.collection.RunningCollection;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Receipt;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Listings over Kafka, each message answered by a receipt (C2, C6; interfaces: Kafka). */
class IntakeIT extends RunningCollection {
    private static final String INTAKE = Topics.intake("market");
    private static final String RECEIPTS = Topics.receipt("market");

    @Test
    void everyMessageIsAnsweredAndTheSameContentAgainIsUnchanged() {
        try (TopicReader receipts = SYSTEM.reader(RECEIPTS)) {
            ObjectNode body = listing(clock.today());
            Receipt first = receipt(receipts, submit(body));
            Receipt again = receipt(receipts, submit(body));
            ((ObjectNode) body.get("decision")).put("facts", "另一事实。");
            Receipt other = receipt(receipts, submit(body));

            assertThat(first.outcome()).isEqualTo(Receipt.Outcome.ACCEPTED);
            assertThat(first.number()).isEqualTo(body.get("number").asString());
            assertThat(again.outcome()).isEqualTo(Receipt.Outcome.UNCHANGED);
            assertThat(again.id()).isEqualTo(first.id());
            assertThat(errors(other)).containsExactly("number DUPLICATE");
            assertThat(other.outcome()).isEqualTo(Receipt.Outcome.REFUSED);
            var record = receipts.seen().stream()
                    .filter(seen -> seen.value().contains(body.get("number").asString()))
                    .toList();
            assertThat(record)
                    .allMatch(seen -> seen.key().equals(body.get("number").asString()));
            assertThat(record.stream().map(RunningCollection::type))
                    .containsExactly(
                            EventTypes.SUBMISSION_ACCEPTED,
                            EventTypes.SUBMISSION_ACCEPTED,
                            EventTypes.SUBMISSION_REFUSED);
        }
    }

    @Test
    void aListingIsUniqueOverRestAndKafkaAlike() {
        try (TopicReader receipts = SYSTEM.reader(RECEIPTS)) {
            ObjectNode body = listing(clock.today());
            Reply overRest = submit("sys-market", body);

            Receipt overKafka = receipt(receipts, submit(body));

            assertThat(overKafka.outcome()).isEqualTo(Receipt.Outcome.UNCHANGED);
            assertThat(overKafka.id()).isEqualTo(overRest.text("/id"));
        }
    }

    @Test
    void theSameMessageAgainChangesNothingAndGetsTheSameReceiptAgain() {
        try (TopicReader receipts = SYSTEM.reader(RECEIPTS)) {
            ObjectNode body = listing(clock.today());
            String message = submit(body);
            receipts.await(1, PATIENCE, answerTo(message));

            send(message, EventTypes.LISTING_SUBMITTED, body);

            var both = receipts.await(2, PATIENCE, answerTo(message));
            assertThat(both.get(1).value()).isEqualTo(both.get(0).value());
            assertThat(TopicReader.header(both.get(1), CloudEvents.ID))
                    .isEqualTo(TopicReader.header(both.get(0), CloudEvents.ID));
        }
    }

    @Test
    void aMessageWhoseReceiptWasLostGetsItsFirstOutcome() {
        try (TopicReader receipts = SYSTEM.reader(RECEIPTS)) {
            ObjectNode body = listing(clock.today());
            String message = submit(body);
            receipts.await(1, PATIENCE, answerTo(message));
            String number = body.get("number").asString();
            ObjectNode changed = change("更正").put("number", number).put("until", "2099-01-01");
            String changing =
                    SYSTEM.send("sys-market", INTAKE, number, EventTypes.LISTING_CHANGE_SUBMITTED, changed.toString());
            receipts.await(1, PATIENCE, answerTo(changing));
            // as if the service had died between the listing's write and the receipt's
            for (String lost : List.of(message, changing)) {
                mongo.getCollection("submissions").deleteOne(new Document("_id", "market/" + lost));
            }

            send(message, EventTypes.LISTING_SUBMITTED, body);
            send(changing, EventTypes.LISTING_CHANGE_SUBMITTED, changed);

            assertThat(read(receipts.await(2, PATIENCE, answerTo(message))
                                    .getLast()
                                    .value())
                            .outcome())
                    .isEqualTo(Receipt.Outcome.ACCEPTED);
            assertThat(read(receipts.await(2, PATIENCE, answerTo(changing))
                                    .getLast()
                                    .value())
                            .outcome())
                    .isEqualTo(Receipt.Outcome.ACCEPTED);
            assertThat(get("market-reporter", "/api/collection/listings?number=" + number)
                            .text("/content/0/version"))
                    .isEqualTo("2");
        }
    }

    @Test
    void oneBadMessageNeverSpoilsTheOthersAndAllItsErrorsComeAtOnce() {
        try (TopicReader receipts = SYSTEM.reader(RECEIPTS)) {
            String good = submit(listing(clock.today()));
            String bad = submit(with(listing(clock.today()), body -> {
                body.remove("number");
                body.remove("evidence");
                ((ObjectNode) body.get("persons").get(0)).put("idNumber", 999999199001010008L);
            }));
            String foreign = submit(with(listing(clock.today()), body -> body.put("listType", "SEVERE-TAX")));
            String last = submit(listing(clock.today()));

            assertThat(receipt(receipts, good).outcome()).isEqualTo(Receipt.Outcome.ACCEPTED);
            assertThat(receipt(receipts, last).outcome()).isEqualTo(Receipt.Outcome.ACCEPTED);
            Receipt refused = receipt(receipts, bad);
            assertThat(errors(refused))
                    .containsExactlyInAnyOrder("number REQUIRED", "evidence REQUIRED", "persons[0].idNumber FORMAT");
            assertThat(refused.number()).isNull();
            assertThat(refused.errors())
                    .allMatch(
                            error -> error.message() != null && !error.message().isBlank());
            assertThat(errors(receipt(receipts, foreign))).containsExactly("listType NOT_YOURS");
        }
    }

    @Test
    void changeAndEndingNameTheListingByItsNumberAndAreDoneInOrder() {
        try (TopicReader receipts = SYSTEM.reader(RECEIPTS);
                TopicReader trigger = SYSTEM.reader(Topics.TRIGGER)) {
            ObjectNode body = with(listing(clock.today()), empty -> empty.putArray("persons"));
            String number = body.get("number").asString();
            String listed = submit(body);
            ObjectNode added = with(change("补充").put("number", number), more -> {
                more.putArray("persons").add(personEntry("PRINCIPAL", "王示例", WANG));
                more.putObject("decision")
                        .put("facts", "属实。")
                        .put("proposedBy", "甲")
                        .put("decidedBy", "乙");
            });
            String changed =
                    SYSTEM.send("sys-market", INTAKE, number, EventTypes.LISTING_CHANGE_SUBMITTED, added.toString());
            ObjectNode end = ending("EXIT", clock.today()).put("number", number);
            String ended =
                    SYSTEM.send("sys-market", INTAKE, number, EventTypes.LISTING_ENDING_SUBMITTED, end.toString());
            String endedAgain =
                    SYSTEM.send("sys-market", INTAKE, number, EventTypes.LISTING_ENDING_SUBMITTED, end.toString());
            String late =
                    SYSTEM.send("sys-market", INTAKE, number, EventTypes.LISTING_CHANGE_SUBMITTED, added.toString());

            String id = receipt(receipts, listed).id();
            assertThat(receipt(receipts, changed).outcome()).isEqualTo(Receipt.Outcome.ACCEPTED);
            assertThat(receipt(receipts, ended).id()).isEqualTo(id);
            assertThat(receipt(receipts, endedAgain).outcome()).isEqualTo(Receipt.Outcome.UNCHANGED);
            assertThat(errors(receipt(receipts, late))).containsExactly("number WRONG_STATE");
            var facts = trigger.await(3, PATIENCE, about(String.valueOf(id)));
            assertThat(facts.stream().map(RunningCollection::type))
                    .containsExactly(
                            EventTypes.LISTING_PUBLISHED, EventTypes.LISTING_CHANGED, EventTypes.LISTING_ENDED);
            assertThat(facts.stream().map(fact -> TopicReader.header(fact, CloudEvents.SEQUENCE)))
                    .containsExactly("1", "2", "3");
        }
    }

    @Test
    void anUnknownListingAndAnotherDepartmentsAreNotYours() {
        try (TopicReader receipts = SYSTEM.reader(Topics.receipt("tax"))) {
            String others = submit("sys-market", listing(clock.today())).text("/number");
            for (String number : List.of(others, "no-such-number")) {
                String message = SYSTEM.send(
                        "sys-tax",
                        Topics.intake("tax"),
                        number,
                        EventTypes.LISTING_ENDING_SUBMITTED,
                        ending("EXIT", clock.today()).put("number", number).toString());
                assertThat(errors(receipt(receipts, message))).containsExactly("number NOT_YOURS");
            }
        }
    }

    @Test
    void whatCannotBeUnderstoodGoesToTheDeadLettersAndHoldsUpNothing() {
        try (TopicReader letters = SYSTEM.reader(Topics.deadLetter("collection"));
                TopicReader receipts = SYSTEM.reader(RECEIPTS)) {
            SYSTEM.send(
                    "sys-market", INTAKE, "broken", headers("m-1", EventTypes.LISTING_SUBMITTED), bytes("{no json"));
            SYSTEM.send("sys-market", INTAKE, "broken", Map.of(), bytes("{}"));
            SYSTEM.send("sys-market", INTAKE, "broken", headers("m-2", "org.example.unknown.v1"), bytes("{}"));
            String next = submit(listing(clock.today()));

            assertThat(receipt(receipts, next).outcome()).isEqualTo(Receipt.Outcome.ACCEPTED);
            var put = letters.await(3, PATIENCE, letter -> "broken".equals(letter.key()));
            assertThat(put)
                    .allMatch(
                            letter -> !TopicReader.header(letter, "dlt_reason").isBlank()
                                    && !letter.value().contains("no json"));
        }
    }

    @Test
    void all40SampleListingsAreTaken() throws Exception {
        JsonNode samples;
        try (var file = getClass().getResourceAsStream("/samples/listings.json")) {
            samples = ContractJson.mapper().readTree(file);
        }
        try (TopicReader receipts = SYSTEM.reader(samples.valueStream()
                .map(sample -> Topics.receipt(sample.get("dept").asString()))
                .distinct()
                .toArray(String[]::new))) {
            for (JsonNode sample : samples) {
                String dept = sample.get("dept").asString();
                String number = sample.at("/listing/number").asString();
                String message = SYSTEM.send(
                        "sys-" + dept,
                        Topics.intake(dept),
                        number,
                        EventTypes.LISTING_SUBMITTED,
                        sample.get("listing").toString());
                Receipt receipt = receipt(receipts, message);
                assertThat(errors(receipt)).as(number).isEmpty();
                assertThat(receipt.outcome()).as(number).isEqualTo(Receipt.Outcome.ACCEPTED);
            }
        }
        assertThat(samples).hasSize(40);
    }

    private static String submit(ObjectNode body) {
        String number = body.path("number").asString("");
        return SYSTEM.send("sys-market", INTAKE, number, EventTypes.LISTING_SUBMITTED, body.toString());
    }

    private static void send(String message, String type, ObjectNode body) {
        SYSTEM.send("sys-market", INTAKE, "again", headers(message, type), bytes(body.toString()));
    }

    private static Map<String, String> headers(String message, String type) {
        return Map.of(
                CloudEvents.SPEC_VERSION,
                "1.0",
                CloudEvents.ID,
                message,
                CloudEvents.SOURCE,
                "urn:jointcredit:test",
                CloudEvents.TYPE,
                type);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Receipt receipt(TopicReader receipts, String message) {
        return read(receipts.await(1, PATIENCE, answerTo(message)).getFirst().value());
    }

    private static Receipt read(String value) {
        return ContractJson.mapper().readValue(value, Receipt.class);
    }

    private static List<String> errors(Receipt receipt) {
        return receipt.errors().stream()
                .map((FieldError error) -> error.field() + " " + error.code())
                .toList();
    }
}
