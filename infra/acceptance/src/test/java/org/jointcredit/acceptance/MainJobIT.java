package org.jointcredit.acceptance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.acceptance.House.FRONT;
import static org.jointcredit.acceptance.House.SYSTEM;
import static org.jointcredit.acceptance.House.eventually;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jointcredit.acceptance.Agencies.Report;
import org.jointcredit.acceptance.LawCodes.Expected;
import org.jointcredit.acceptance.Wire.Seen;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The main job (S3, P5.1): the 40 sample listings go in, half over REST, half over Kafka; every agency gets exactly the
 * notices that the law codes give it, and answers as a real client.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobIT {
    private static final String RUN = House.freshRun();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private record Sample(String department, JsonNode listing) {
        String number() {
            return listing.path("number").asString();
        }
    }

    private final List<Sample> samples = samples();
    /** A recommended measure that its agency declines, and a mandatory one that it cannot. */
    private final Sample contested = samples.stream()
            .filter(sample -> sample.listing().path("listType").asString().equals("SEVERE-TAX"))
            .findFirst()
            .orElseThrow();

    private final Map<String, String> overRest = new HashMap<>();
    private final Map<String, String> overKafka = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();

    private Wire wire;
    private Outbox outbox;
    private Agencies agencies;

    @BeforeAll
    void theListingsGoInAndTheAgenciesAnswer() throws Exception {
        wire = Wire.fromNow(SYSTEM, House.EVERYTHING);
        outbox = new Outbox(SYSTEM);
        agencies = new Agencies(SYSTEM, outbox, RUN, this::habits);
        for (int i = 0; i < samples.size(); i++) {
            var sample = samples.get(i);
            if (i % 2 == 0) {
                var answer = FRONT.post("sys-" + sample.department(), "collection/listings", sample.listing());
                var taken = answer.expect(201);
                assertThat(answer.header("Location"))
                        .isEqualTo(
                                "/api/collection/listings/" + taken.path("id").asString());
                assertThat(taken.path("state").asString()).isEqualTo("PUBLISHED");
                overRest.put(sample.number(), taken.path("id").asString());
            } else {
                var id = "submission-" + sample.number();
                overKafka.put(sample.number(), id);
                outbox.send(
                                Topics.intake(sample.department()),
                                sample.number(),
                                EventTypes.LISTING_SUBMITTED,
                                id,
                                sample.listing())
                        .get();
            }
        }
        ids.putAll(overRest);
        eventually(PATIENCE, "a receipt for each submission", () -> receipts().count() >= overKafka.size());
        receipts()
                .map(Seen::value)
                .forEach(receipt -> ids.put(
                        receipt.path("number").asString(), receipt.path("id").asString()));
        int expected =
                samples.stream().mapToInt(sample -> expected(sample).size()).sum();
        eventually(
                PATIENCE,
                "two reports recorded for each of " + expected + " notices",
                () -> recorded().size() == 2 * expected);
    }

    @AfterAll
    void close() {
        agencies.close();
        outbox.close();
        wire.close();
    }

    /** C2: what came over Kafka is answered on the sender's own topic, and says which message it answers. */
    @Test
    void everySubmissionOverKafkaHasItsReceipt() {
        var answered = receipts().toList();
        assertThat(answered).hasSize(20).allSatisfy(receipt -> {
            assertThat(receipt.type()).isEqualTo(EventTypes.SUBMISSION_ACCEPTED);
            assertThat(receipt.value().path("outcome").asString()).isEqualTo("ACCEPTED");
            var number = receipt.value().path("number").asString();
            assertThat(receipt.key()).isEqualTo(number);
            assertThat(receipt.causation()).isEqualTo(overKafka.get(number));
            assertThat(receipt.topic()).isEqualTo(Topics.receipt(sample(number).department()));
        });
    }

    /** S2, P4.2: expected from the tables of law-codes.md alone. */
    @Test
    void everyListingSetsOffExactlyTheNoticesOfTheLawCodes() {
        for (var sample : samples) {
            var notices = House.notices(ids.get(sample.number()));
            assertThat(House.meanings(notices))
                    .as(sample.number())
                    .containsExactlyInAnyOrderElementsOf(expected(sample));
            assertThat(notices)
                    .allSatisfy(
                            notice -> assertThat(notice.path("force").asString().equals("RECOMMENDED"))
                                    .isEqualTo(LawCodes.isRecommended(
                                            notice.path("measure").asString())));
        }
    }

    @Test
    void eachAgencysTopicHoldsExactlyItsNoticesEachOnce() {
        for (var agency : LawCodes.DEPARTMENTS) {
            var issued = wire.on(Topics.response(agency)).stream()
                    .filter(MainJobIT::isIssuedHere)
                    .map(Seen::value)
                    .collect(groupingBy(notice -> notice.path("listingNumber").asString()));
            for (var sample : samples) {
                assertThat(House.meanings(issued.getOrDefault(sample.number(), List.of())))
                        .as(agency + " " + sample.number())
                        .containsExactlyInAnyOrderElementsOf(expected(sample).stream()
                                .filter(expected -> expected.agency().equals(agency))
                                .toList());
            }
        }
    }

    /** P5.5: lists of others are kept for reference. */
    @Test
    void aReferenceListingIsPublishedNowhereAndSetsOffNothing() {
        assertThat(wire.on(Topics.TRIGGER))
                .filteredOn(event -> event.text().contains(RUN))
                .hasSize(37)
                .noneMatch(event -> event.text().contains("\"REF-"));
    }

    /** Architecture, "Persons in events": towards agencies no event carries a person's number or name. */
    @Test
    void noEventTowardsAgenciesNamesAPerson() {
        var secrets = samples.stream()
                .flatMap(sample -> Stream.concat(
                        Stream.of(sample.listing().path("subject")),
                        sample.listing().path("persons").valueStream()))
                .filter(person -> person.has("idNumber"))
                .flatMap(person -> Stream.of(
                        person.path("idNumber").asString(),
                        "\"" + person.path("name").asString() + "\""))
                .collect(toSet());
        assertThat(secrets).isNotEmpty();
        assertThat(House.EVERYTHING.stream().flatMap(topic -> wire.on(topic).stream()))
                .allSatisfy(event -> assertThat(secrets).noneMatch(event.text()::contains));
    }

    @Test
    void whatWasDeclinedStandsDeclinedAndEverythingElseIsExecuted() {
        var declined = new ArrayList<JsonNode>();
        for (var sample : samples) {
            for (var notice : House.notices(ids.get(sample.number()))) {
                if (notice.path("agencyState").asString().equals("DECLINED")) {
                    declined.add(notice);
                } else {
                    assertThat(notice.path("agencyState").asString()).isEqualTo("EXECUTED");
                    assertThat(notice.path("applied").asBoolean()).isTrue();
                }
                assertThat(notice.path("legal").asString()).isEqualTo("IN_FORCE");
                assertThat(notice.path("owes").asString()).isEqualTo("NONE");
                assertThat(notice.path("flags")).isEmpty();
            }
        }
        assertThat(declined).singleElement().satisfies(notice -> {
            assertThat(notice.path("measure").asString()).isEqualTo("S-CREDIT-STRICT");
            assertThat(notice.path("applied").asBoolean()).isFalse();
        });
    }

    /** S3: a mandatory measure cannot be declined; the agency learns of it on its topic. */
    @Test
    void aMandatoryMeasureDeclinedIsRefusedWithItsReason() {
        var refused = wire.on(Topics.response("drc")).stream()
                .filter(event -> event.type().equals(EventTypes.FEEDBACK_REFUSED))
                .filter(event -> event.causation()
                        .equals(Agencies.reportId(event.value().path("notice").asString(), EventTypes.NOTICE_DECLINED)))
                .filter(event -> event.key().contains(ids.get(contested.number())))
                .toList();
        // at least once: sent again, it is the same event
        assertThat(refused)
                .extracting(Seen::id)
                .isNotEmpty()
                .containsOnly(refused.getFirst().id());
        assertThat(refused)
                .first()
                .satisfies(event ->
                        assertThat(event.value().path("errors").toString()).contains("NO_BASIS"));
    }

    /** S1, S3, A23: one call explains a notice. */
    @Test
    void aNoticeIsExplainedByItsMeasureRuleListingAndSteps() {
        var notice = House.notices(ids.get(contested.number())).stream()
                .filter(any -> any.path("measure").asString().equals("S-CREDIT-STRICT"))
                .findFirst()
                .orElseThrow();
        var explanation = FRONT.get(
                        "bank-implementer",
                        "sanction/notices/" + notice.path("id").asString() + "/explanation")
                .expect(200)
                .toString();
        var listing = contested.listing();
        assertThat(explanation)
                .contains(
                        "S-CREDIT-STRICT",
                        "default-2021",
                        listing.path("decision").path("document").asString(),
                        listing.path("decision").path("authority").asString(),
                        listing.path("evidence").get(0).path("sha256").asString(),
                        notice.path("basis").asString(),
                        "notice-issued",
                        "RECEIVED",
                        "DECLINED");
    }

    private List<Report> habits(JsonNode notice) {
        boolean here = notice.path("listingNumber").asString().equals(contested.number());
        var declined = new Report(EventTypes.NOTICE_DECLINED, Map.of("reason", "该户无授信业务"));
        var received = Report.of(EventTypes.NOTICE_RECEIVED);
        var executed = new Report(EventTypes.NOTICE_EXECUTED, Map.of("outcome", "已办理"));
        return switch (here ? notice.path("measure").asString() : "") {
            case "S-CREDIT-STRICT" -> List.of(received, declined);
            case "S-DISCLOSE" -> List.of(received, declined, executed);
            default -> List.of(received, executed);
        };
    }

    private Stream<Seen> receipts() {
        return wire.on(House.RECEIPTS, receipt -> overKafka.containsValue(receipt.causation()));
    }

    /** Reports recorded, each counted once. */
    private Set<String> recorded() {
        return wire.on(Topics.FEEDBACK).stream()
                .filter(event -> event.type().equals(EventTypes.FEEDBACK_RECORDED))
                .filter(event -> ids.containsValue(event.value().path("listing").asString()))
                .map(Seen::id)
                .collect(toSet());
    }

    private static boolean isIssuedHere(Seen event) {
        return event.type().equals(EventTypes.NOTICE_ISSUED) && event.text().contains("\"" + RUN);
    }

    private static Set<Expected> expected(Sample sample) {
        return LawCodes.notices(sample.listing());
    }

    private Sample sample(String number) {
        return samples.stream()
                .filter(sample -> sample.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static List<Sample> samples() {
        try (var in = MainJobIT.class.getResourceAsStream("/samples/listings.json")) {
            return Front.JSON
                    .readTree(in)
                    .valueStream()
                    .map(sample -> {
                        var listing = (ObjectNode) sample.path("listing");
                        listing.put("number", RUN + listing.path("number").asString());
                        return new Sample(sample.path("dept").asString(), listing);
                    })
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
