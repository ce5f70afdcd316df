package org.jointcredit.sanction;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jointcredit.sanction.Objections.decided;
import static org.jointcredit.sanction.Objections.listing;
import static org.jointcredit.sanction.Objections.received;
import static org.jointcredit.sanction.Objections.rejected;
import static org.jointcredit.sanction.Objections.version;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ObjectionFact;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.PersonRole;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** S5: an objection stops measures, whatever else is under way at that moment, and its end lets them go on once. */
class HoldIT extends RunningSanction {

    @Autowired
    private BusinessClock clock;

    private static final String ISSUED = EventTypes.NOTICE_ISSUED;
    private static final String SUSPENDED = EventTypes.NOTICE_SUSPENDED;
    private static final String RESUMED = EventTypes.NOTICE_RESUMED;
    private static final String LIFTED = EventTypes.NOTICE_LIFTED;
    private static final String RECALLED = EventTypes.NOTICE_RECALLED;
    private static final Set<String> ORDERS = Set.of(ISSUED, SUSPENDED, RESUMED, LIFTED, RECALLED);

    private ListingFact fact;
    private ObjectionFact objection;

    @BeforeEach
    void listed() {
        fact = facts().severe("SEVERE-FIRE", "LIFE_AND_HEALTH");
        objection = received(fact.subject().id(), listing(fact));
    }

    @Test
    void everyAgencyIsToldToPauseAndOwesItAndToldOnceToGoOn() {
        try (TopicReader agency = SYSTEM.reader(Topics.response("trading"));
                TopicReader feedback = SYSTEM.reader(Topics.FEEDBACK)) {
            trigger(fact, 1);
            all("IN_FORCE");

            remedy(objection, 1);
            remedy(objection, 1);
            all("SUSPENDED");

            assertThat(notices()).allSatisfy(notice -> {
                assertThat(notice.path("owes").asString()).isEqualTo("PAUSE");
                assertThat(notice.path("dueNow").asString()).isNotEmpty();
                assertThat(owners(notice)).containsExactly(objection.objection());
            });
            remedy(rejected(objection), 2);
            all("IN_FORCE");

            assertThat(notices()).allSatisfy(notice -> {
                assertThat(notice.path("owes").asString()).isEqualTo("RECEIPT");
                assertThat(notice.path("holds")).isEmpty();
            });
            assertThat(types(agency.await(3, PATIENCE, of(fact)))).containsExactly(ISSUED, SUSPENDED, RESUMED);
            // the subject is told that its hold is confirmed when this names it
            var changed = feedback.await(3, PATIENCE, of(fact));
            assertThat(json(changed.get(1).value()).at("/holds/0/owner").asString())
                    .isEqualTo(objection.objection());
            assertThat(json(changed.get(1).value()).at("/notices/0/legal").asString())
                    .isEqualTo("SUSPENDED");
            assertThat(json(changed.get(2).value()).path("holds")).isEmpty();
        }
    }

    @Test
    void anObjectionBeforeItsListingHoldsItBackUntilItEnds() {
        remedy(objection, 1);
        isKnown(objection);
        trigger(fact, 1);
        all("SUSPENDED");

        assertThat(notices()).allSatisfy(notice -> {
            assertThat(notice.path("issuedAt").isNull()).isTrue();
            assertThat(notice.path("owes").asString()).isEqualTo("NONE");
        });
        remedy(rejected(objection), 2);
        all("IN_FORCE");

        told(List.of(ISSUED));
        assertThat(notices())
                .allSatisfy(notice ->
                        assertThat(notice.path("dueReceive").asString()).isNotEmpty());
    }

    @Test
    void anObjectionReceivedAndDecidedBeforeItsListingHoldsNothing() {
        remedy(rejected(objection), 2);
        remedy(objection, 1);
        isKnown(objection);
        trigger(fact, 1);
        all("IN_FORCE");
        told(List.of(ISSUED));
    }

    @Test
    void aListingThatEndsBehindAHoldThatWasThereBeforeIsNeverSent() {
        remedy(objection, 1);
        isKnown(objection);
        trigger(fact, 1);
        all("SUSPENDED");
        trigger(facts().ended(fact, EndingReason.EXIT), 2);
        all("ENDED");
        remedy(rejected(objection), 2);
        changedLast(Set.of());
        told(List.of());
    }

    @Test
    void anEndingAndAnObjectionThatCrossLeaveTheMeasuresLifted() {
        List<ListingFact> crossing = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ListingFact one = facts().severe("SEVERE-FIRE", "LIFE_AND_HEALTH");
            crossing.add(one);
            trigger(one, 1);
        }
        crossing.forEach(one -> all(one, "IN_FORCE"));
        for (ListingFact one : crossing) {
            remedy(received(one.subject().id(), listing(one)), 1);
            trigger(facts().ended(one, EndingReason.EXIT), 2);
        }
        for (ListingFact one : crossing) {
            all(one, "ENDED");
            assertThat(orders(one))
                    .allSatisfy(orders ->
                            assertThat(orders).isIn(List.of(ISSUED, LIFTED), List.of(ISSUED, SUSPENDED, LIFTED)));
        }
    }

    @Test
    void twoObjectionsOnOneListingAreResumedOnceWhenTheLastEnds() {
        ObjectionFact other = received(fact.subject().id(), listing(fact));
        trigger(fact, 1);
        all("IN_FORCE");
        remedy(objection, 1);
        remedy(other, 1);
        changedLast(Set.of(objection.objection(), other.objection()));
        assertThat(notices())
                .allSatisfy(notice ->
                        assertThat(owners(notice)).containsExactlyInAnyOrder(objection.objection(), other.objection()));
        remedy(rejected(objection), 2);
        changedLast(Set.of(other.objection()));
        all("SUSPENDED");
        remedy(rejected(other), 2);
        all("IN_FORCE");
        told(List.of(ISSUED, SUSPENDED, RESUMED));
    }

    @Test
    void anOlderWordThatComesLateChangesNothing() {
        trigger(fact, 1);
        all("IN_FORCE");
        remedy(objection, 1);
        all("SUSPENDED");
        remedy(rejected(objection), 2);
        all("IN_FORCE");
        remedy(objection, 1);
        var marker = received(fact.subject().id(), listing(fact));
        remedy(marker, 1);
        all("SUSPENDED");
        assertThat(owners(notices().getFirst())).containsExactly(marker.objection());
        told(List.of(ISSUED, SUSPENDED, RESUMED, SUSPENDED));
    }

    @Test
    void anObjectedRecordHoldsTheListingsThatRestOnItThoseThatComeLaterToo() {
        String record = UUID.randomUUID().toString();
        ListingFact first = facts().restingOn(fact, "another", record);
        ListingFact later = facts().restingOn(
                        facts().listing(
                                        UUID.randomUUID().toString(),
                                        "SEVERE-CCC",
                                        fact.listClass(),
                                        fact.group(),
                                        fact.subject()),
                        record);
        trigger(first, 1);
        all(first, "IN_FORCE");
        ObjectionFact against = received(fact.subject().id(), Objections.record(record));
        remedy(against, 1);
        all(first, "SUSPENDED");
        trigger(later, 1);
        all(later, "SUSPENDED");
        remedy(rejected(against), 2);
        all(first, "IN_FORCE");
        all(later, "IN_FORCE");
    }

    @Test
    void aPersonBehindHoldsTheMeasuresAgainstItselfOnly() {
        var person = ListingFacts.behind(PersonRole.LEGAL_REPRESENTATIVE, false);
        ListingFact both = facts().severe("SEVERE-FIRE", "LIFE_AND_HEALTH", person);
        trigger(both, 1);
        all(both, "IN_FORCE");
        remedy(received(person.subject(), listing(both)), 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notices(both))
                        .isNotEmpty()
                        .allSatisfy(notice -> assertThat(notice.path("legal").asString())
                                .isEqualTo(
                                        notice.at("/subject/id").asString().equals(person.subject())
                                                ? "SUSPENDED"
                                                : "IN_FORCE")));
    }

    @Test
    void anObjectionAgainstANoticeHoldsItAlone() {
        String one =
                fact.listing() + ":S-TRADING-LIMIT:trading:" + fact.subject().id();
        ObjectionFact against = received(fact.subject().id(), Objections.notice(one));
        remedy(against, 1);
        isKnown(against);
        trigger(fact, 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notices())
                        .isNotEmpty()
                        .allSatisfy(notice -> assertThat(notice.path("legal").asString())
                                .isEqualTo(notice.path("id").asString().equals(one) ? "SUSPENDED" : "IN_FORCE")));
        remedy(rejected(against), 2);
        all("IN_FORCE");
        told(List.of(ISSUED));
    }

    @Test
    void anUpheldObjectionIsRecalledWithoutComingBackWhicheverArrivesFirst() {
        ListingFact other = facts().severe("SEVERE-FIRE", "LIFE_AND_HEALTH");
        ObjectionFact onOther = received(other.subject().id(), listing(other));
        trigger(fact, 1);
        trigger(other, 1);
        remedy(objection, 1);
        remedy(onOther, 1);
        all("SUSPENDED");
        all(other, "SUSPENDED");

        remedy(decided(objection, ObjectionOutcome.UPHELD, false, version(fact)), 2);
        trigger(facts().ended(other, EndingReason.REVOKED), 2);
        all(other, "RECALLED");
        all("SUSPENDED");
        trigger(facts().ended(fact, EndingReason.REVOKED), 2);
        remedy(decided(onOther, ObjectionOutcome.UPHELD, false, version(other)), 2);
        all("RECALLED");

        told(List.of(ISSUED, SUSPENDED, RECALLED));
        assertThat(orders(other)).containsOnly(List.of(ISSUED, SUSPENDED, RECALLED));
    }

    @Test
    void aPartlyUpheldObjectionEndsWithTheOwnersChangeWhicheverArrivesFirst() {
        ListingFact other = facts().severe("SEVERE-FIRE", "LIFE_AND_HEALTH");
        ObjectionFact onOther = received(other.subject().id(), listing(other));
        trigger(fact, 1);
        trigger(other, 1);
        remedy(objection, 1);
        remedy(onOther, 1);
        all("SUSPENDED");
        all(other, "SUSPENDED");

        remedy(decided(objection, ObjectionOutcome.PARTLY, true, version(fact)), 2);
        trigger(facts().with(other, List.of(), null), 2);
        trigger(facts().with(fact, List.of(), null), 2);
        all("IN_FORCE");
        all(other, "SUSPENDED");
        remedy(decided(onOther, ObjectionOutcome.PARTLY, true, version(other)), 2);
        all(other, "IN_FORCE");
        told(List.of(ISSUED, SUSPENDED, RESUMED));
    }

    @Test
    void aReviewHoldsOnlyIfItsReviewerOrdersIt() {
        trigger(fact, 1);
        all("IN_FORCE");
        remedy(Objections.review(objection, true), 1);
        all("SUSPENDED");
        remedy(Objections.review(objection, false), 2);
        all("IN_FORCE");
    }

    /** The process died after its first write: the message comes again. */
    @Test
    void aHoldWhoseNoticesWereNotMovedIsFollowedWhenItsMessageComesAgain() {
        trigger(fact, 1);
        all("IN_FORCE");
        var hold = new Document("owner", objection.objection())
                .append("reason", "OBJECTION")
                .append("since", Date.from(objection.receivedAt()));
        mongo.getCollection("grounds")
                .updateOne(
                        eq("_id", "LISTING:" + fact.listing()),
                        new Document(
                                "$set",
                                new Document(
                                        "holds",
                                        List.of(new Document(hold)
                                                .append("seq", 1L)
                                                .append("subject", objection.subject())
                                                .append("on", true)
                                                .append("resumesAfter", List.of())))));
        mongo.getCollection("actions")
                .updateOne(
                        eq("_id", fact.listing()),
                        new Document("$set", new Document("holds", List.of(hold)).append("untold", true)));
        remedy(objection, 1);
        all("SUSPENDED");
        changedLast(Set.of(objection.objection()));
        told(List.of(ISSUED, SUSPENDED));
    }

    @Test
    void whatIsExecutedWithinAHoldIsKeptAndFlaggedAlsoWhenItIsReportedAfterwardsS3() {
        trigger(fact, 1);
        all("IN_FORCE");
        remedy(objection, 1);
        all("SUSPENDED");
        JsonNode during = report("trading", "{}");
        assertThat(during.path("legal").asString()).isEqualTo("SUSPENDED");
        assertThat(during.path("flags").toString()).isEqualTo("[\"WHILE_SUSPENDED\"]");
        assertThat(during.path("owes").asString()).isEqualTo("PAUSE");
        assertThat(during.path("applied").asBoolean()).isTrue();
        var within = clock.now();
        remedy(rejected(objection), 2);
        all("IN_FORCE");

        JsonNode afterwards = report("finance", "{\"executedAt\":\"" + within + "\"}");

        assertThat(afterwards.path("flags").toString()).isEqualTo("[\"WHILE_SUSPENDED\"]");
        assertThat(report("bank", "{}").path("flags")).isEmpty();
        // V1: and the office sees it
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(json(as("finance-implementer")
                                        .get()
                                        .uri("/api/sanction/supervision/overview")
                                        .retrieve()
                                        .body(String.class))
                                .path("appliedWhileOnHold")
                                .asInt())
                        .isPositive());
    }

    @Test
    void aReportOfASuspendedAnEndedAndAnUnknownNoticeIsTakenAndTheUnknownOneRefused() {
        ListingFact ended = facts().severe("SEVERE-FIRE", "LIFE_AND_HEALTH");
        trigger(fact, 1);
        trigger(ended, 1);
        remedy(objection, 1);
        trigger(facts().ended(ended, EndingReason.EXIT), 2);
        all("SUSPENDED");
        all(ended, "ENDED");
        try (TopicReader agency = SYSTEM.reader(Topics.response("trading"))) {
            tell(trading(fact), EventTypes.NOTICE_PAUSED);
            tell(trading(ended), EventTypes.NOTICE_RECEIVED);
            tell("no-such-notice-" + fact.listing(), EventTypes.NOTICE_PAUSED);
            var refused = agency.await(
                    1,
                    PATIENCE,
                    record -> TopicReader.header(record, CloudEvents.TYPE).equals(EventTypes.FEEDBACK_REFUSED)
                            && record.value().contains("no-such-notice-" + fact.listing()));
            assertThat(refused.getFirst().value()).contains("NOT_YOURS");
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(one(trading(fact)).path("agencyState").asString()).isEqualTo("PAUSED");
            assertThat(one(trading(fact)).path("owes").asString()).isEqualTo("NONE");
            assertThat(one(trading(ended)).path("agencyState").asString()).isEqualTo("RECEIVED");
        });
    }

    @Test
    void twoOfficersOnOneNoticeWhileItIsBeingSuspendedAreBothTaken() throws Exception {
        trigger(fact, 1);
        all("IN_FORCE");
        try (ExecutorService officers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> reports = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                if (i == 2) {
                    remedy(objection, 1);
                }
                reports.add(officers.submit(() -> report("trading", "{}")));
            }
            for (Future<JsonNode> report : reports) {
                assertThat(report.get().path("agencyState").asString()).isEqualTo("EXECUTED");
            }
        }
        all("SUSPENDED");
        assertThat(one(trading(fact))
                        .path("timeline")
                        .valueStream()
                        .filter(entry -> entry.path("type").asString().equals("feedback-recorded")))
                .hasSize(6);
        assertThat(one(trading(fact)).path("owes").asString()).isEqualTo("PAUSE");
        told(List.of(ISSUED, SUSPENDED));
    }

    private void all(String legal) {
        all(fact, legal);
    }

    private void all(ListingFact listing, String legal) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notices(listing))
                        .isNotEmpty()
                        .allSatisfy(notice ->
                                assertThat(notice.path("legal").asString()).isEqualTo(legal)));
    }

    /** What each agency was told of the measures, as it was journalled. */
    private void told(List<String> orders) {
        assertThat(orders(fact)).isNotEmpty().containsOnly(orders);
    }

    private List<List<String>> orders(ListingFact listing) {
        return mongo.getCollection("notices")
                .find(eq("action", listing.listing()))
                .map(notice -> notice.getList("journal", Document.class).stream()
                        .map(entry -> entry.getString("type"))
                        .filter(ORDERS::contains)
                        .toList())
                .into(new ArrayList<>());
    }

    private void isKnown(ObjectionFact said) {
        await().atMost(PATIENCE)
                .until(() -> mongo.getCollection("grounds").countDocuments(eq("holds.owner", said.objection())) == 1);
    }

    /** Others were told last of exactly these holds. */
    private void changedLast(Set<String> owners) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Document action = Objects.requireNonNull(mongo.getCollection("actions")
                    .find(eq("_id", fact.listing()))
                    .first());
            assertThat(action.getBoolean("untold")).isFalse();
            assertThat(action.getList("holds", Document.class).stream()
                            .map(hold -> hold.getString("owner"))
                            .collect(Collectors.toSet()))
                    .isEqualTo(owners);
        });
    }

    private List<JsonNode> notices() {
        return notices(fact);
    }

    private List<JsonNode> notices(ListingFact listing) {
        return json(as("drc-supervisor")
                        .get()
                        .uri("/api/sanction/notices?size=200&listing={listing}", listing.listing())
                        .retrieve()
                        .body(String.class))
                .path("content")
                .valueStream()
                .toList();
    }

    private JsonNode one(String notice) {
        return json(as("trading-implementer")
                .get()
                .uri("/api/sanction/notices/{id}", notice)
                .retrieve()
                .body(String.class));
    }

    private static List<String> owners(JsonNode notice) {
        return notice.path("holds")
                .valueStream()
                .map(hold -> hold.path("owner").asString())
                .toList();
    }

    private static String trading(ListingFact listing) {
        return listing.listing() + ":S-TRADING-LIMIT:trading:"
                + listing.subject().id();
    }

    /** Its first notice of this listing is executed. */
    private JsonNode report(String agency, String body) {
        Predicate<JsonNode> own = notice -> notice.path("agency").asString().equals(agency);
        String id = notices().stream()
                .filter(own)
                .map(notice -> notice.path("id").asString())
                .sorted()
                .findFirst()
                .orElseThrow();
        return json(as(agency + "-implementer")
                .post()
                .uri("/api/sanction/notices/{id}/execution", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(String.class));
    }

    private static void tell(String notice, String type) {
        SYSTEM.send(
                "sys-trading",
                Topics.feedback("trading"),
                notice,
                Map.of(
                        CloudEvents.SPEC_VERSION,
                        "1.0",
                        CloudEvents.ID,
                        UUID.randomUUID().toString(),
                        CloudEvents.SOURCE,
                        "urn:test:trading",
                        CloudEvents.TYPE,
                        type),
                ("{\"notice\":\"" + notice + "\",\"by\":\"张办事\"}").getBytes(StandardCharsets.UTF_8));
    }
}
