package org.jointcredit.collection.remedy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointcredit.collection.Bodies.LI;
import static org.jointcredit.collection.Bodies.change;
import static org.jointcredit.collection.Bodies.ending;
import static org.jointcredit.collection.Bodies.listing;
import static org.jointcredit.collection.Bodies.penalty;
import static org.jointcredit.collection.Bodies.with;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jointcredit.collection.Bodies;
import org.jointcredit.collection.RunningCollection;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.Claim;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.DeletionDecided;
import org.jointcredit.contract.event.EventHeaders;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ExitDecided;
import org.jointcredit.contract.event.Grant;
import org.jointcredit.contract.event.ObjectionFact;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.ObjectionState;
import org.jointcredit.contract.event.RepairDecided;
import org.jointcredit.contract.event.ReviewFact;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.testsupport.TopicReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What decisions of objection-service make of records and listings (O5, O6, O9; decision 11). */
class RemediesIT extends RunningCollection {
    private static final String LISTINGS = "/api/collection/listings/";
    private static final String RECORDS = "/api/collection/records/";
    private static final Instant AT = Instant.parse("2026-10-28T02:00:00Z");
    private static final String NUMBER = "异〔2026〕000017号";

    @Test
    void anUpheldObjectionRevokesItsListingWhateverHasBecomeOfItAndOnce() {
        String standing = listed("sys-market");
        String over = listed("sys-market");
        end(over, "EXIT");
        try (TopicReader trigger = SYSTEM.reader(Topics.TRIGGER)) {
            for (String id : List.of(standing, over)) {
                ObjectionFact upheld = upheld(Against.Kind.LISTING, id);
                send(upheld, 3);
                send(upheld, 4);
            }
            for (String id : List.of(standing, over)) {
                eventually(() -> assertThat(ended(id)).isEqualTo("REVOKED"));
                Reply reply = get("market-reporter", LISTINGS + id);
                assertThat(reply.text("/ended/decision/document")).isEqualTo(NUMBER);
                assertThat(reply.text("/ended/decision/basis")).isEqualTo("A30");
                assertThat(reply.text("/ended/on")).isEqualTo("2026-10-28");
            }
            settled();
            Reply reply = get("market-reporter", LISTINGS + standing);
            assertThat(reply.body().at("/journal")).as("once").hasSize(2);
            assertThat(reply.text("/journal/1/by")).as("the case").isEqualTo(NUMBER);
            assertThat(reply.text("/journal/1/basis")).isEqualTo("A30");
            assertThat(reply.text("/journal/1/reason")).isEqualTo(NUMBER + " A30");
            var told = trigger.await(
                    1,
                    PATIENCE,
                    event -> about(over).test(event) && event.value().contains("\"REVOKED\""));
            assertThat(type(told.getFirst())).isEqualTo(EventTypes.LISTING_ENDED);
        }
    }

    @Test
    void whatIsOnlyProposedNeverComesIntoForceWhereItWasFoundWrong() {
        String id = listed("market-reporter");
        send(upheld(Against.Kind.LISTING, id), 3);
        eventually(() ->
                assertThat(get("market-reporter", LISTINGS + id).text("/state")).isEqualTo("REFUSED"));
        assertThat(post("market-approver", LISTINGS + id + "/approval", Bodies.json("{}"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aRecordFoundWrongIsWithdrawnAndTakesWithItWhatRestsOnNoOther() {
        String wrong = recorded();
        String right = recorded();
        String withdrawn = recorded();
        post("sys-market", RECORDS + withdrawn + "/withdrawal", Bodies.json("{\"reason\": \"录入错误\"}"));
        String alone = listed("sys-market", wrong);
        String withOneThatIsGone = listed("sys-market", withdrawn, wrong);
        String over = listed("sys-market", wrong);
        end(over, "EXIT");
        String proposed = listed("market-reporter", wrong);
        String withAnother = listed("sys-market", wrong, right);
        String other = listed("sys-market", right);
        try (TopicReader records = SYSTEM.reader(Topics.RECORD)) {
            ObjectionFact upheld = upheld(Against.Kind.RECORD, wrong);
            send(upheld, 3);
            send(upheld, 3);

            for (String id : List.of(alone, withOneThatIsGone, over)) {
                eventually(() -> assertThat(ended(id)).isEqualTo("REVOKED"));
            }
            eventually(
                    () -> assertThat(get("market-reporter", LISTINGS + proposed).text("/state"))
                            .isEqualTo("REFUSED"));
            settled();
            for (String id : List.of(withAnother, other)) {
                assertThat(get("market-reporter", LISTINGS + id).text("/state")).isEqualTo("PUBLISHED");
            }
            Reply reply = get("market-reporter", RECORDS + wrong);
            assertThat(reply.text("/state")).isEqualTo("WITHDRAWN");
            assertThat(reply.body().at("/history")).as("once").hasSize(2);
            assertThat(reply.text("/history/1/by")).isEqualTo(NUMBER);
            assertThat(reply.text("/history/1/from")).isEqualTo(Topics.REMEDY);
            assertThat(reply.text("/history/1/reason")).isEqualTo(NUMBER + " A30");
            var told = records.await(2, PATIENCE, about(wrong)).getLast();
            assertThat(type(told)).isEqualTo(EventTypes.RECORD_WITHDRAWN);
        }
        send(upheld(Against.Kind.RECORD, right), 3);
        eventually(() -> assertThat(ended(withAnother))
                .as("when the last of them goes, it goes")
                .isEqualTo("REVOKED"));
    }

    @Test
    void whatAReviewUpholdsIsCarriedOutAndNothingElseIs() {
        String kept = listed("sys-market");
        String record = recorded();
        for (ObjectionOutcome outcome : List.of(ObjectionOutcome.REJECTED, ObjectionOutcome.PARTLY)) {
            send(objection(Against.Kind.LISTING, kept, ObjectionState.DECIDED, outcome), 3);
            send(objection(Against.Kind.RECORD, record, ObjectionState.DECIDED, outcome), 3);
            send(review(kept, outcome), 2);
        }
        send(objection(Against.Kind.LISTING, kept, ObjectionState.WITHDRAWN, null), 4);
        send(upheld(Against.Kind.NOTICE, "0198a3f0-5555-7d20-9a51-1f2e3d4c5b6a"), 3);
        send(upheld(Against.Kind.MISSING, null), 3);
        send(review(kept, null), 1);
        settled();
        assertThat(get("market-reporter", LISTINGS + kept).text("/state")).isEqualTo("PUBLISHED");
        assertThat(get("market-reporter", RECORDS + record).text("/state")).isEqualTo("PUBLISHED");

        send(review(kept, ObjectionOutcome.UPHELD), 3);

        eventually(() -> assertThat(ended(kept)).isEqualTo("REVOKED"));
        assertThat(get("market-reporter", LISTINGS + kept).text("/journal/1/by"))
                .isEqualTo("复〔2026〕000003号");
    }

    @Test
    void aGrantedExitEndsTheListingAndARefusedOneDoesNot() {
        String leaves = listed("sys-market");
        String stays = listed("sys-market");
        String over = listed("sys-market");
        end(over, "COURT");
        send(exit(stays, Grant.REFUSED));
        send(exit(over, Grant.GRANTED));
        ExitDecided granted = exit(leaves, Grant.GRANTED);
        send(granted);
        send(granted);

        eventually(() -> assertThat(ended(leaves)).isEqualTo("EXIT"));
        Reply reply = get("market-reporter", LISTINGS + leaves);
        assertThat(reply.text("/ended/on")).isEqualTo("2026-10-27");
        assertThat(reply.text("/ended/decision/document")).isEqualTo("退〔2026〕000004号");
        assertThat(reply.text("/journal/1/by")).isEqualTo("退〔2026〕000004号");
        settled();
        assertThat(get("market-reporter", LISTINGS + leaves).body().at("/journal"))
                .hasSize(2);
        assertThat(get("market-reporter", LISTINGS + stays).text("/state")).isEqualTo("PUBLISHED");
        assertThat(ended(over)).as("what its department decided before stands").isEqualTo("COURT");
    }

    @Test
    void whatIsRepairedSaysSoWithItsCaseAndNobodyTakesItForACorrection() {
        String record = recorded();
        String listing = listed("sys-market");
        String refused = recorded();
        try (TopicReader told = SYSTEM.reader(Topics.RECORD, Topics.TRIGGER)) {
            send(repair(Against.Kind.RECORD, refused, Grant.REFUSED));
            for (var kind : List.of(Against.Kind.RECORD, Against.Kind.LISTING)) {
                RepairDecided granted = repair(kind, kind == Against.Kind.RECORD ? record : listing, Grant.GRANTED);
                send(granted);
                send(granted);
            }
            eventually(
                    () -> assertThat(get("market-reporter", LISTINGS + listing).text("/repairedOn"))
                            .isEqualTo("2026-10-28"));
            settled();
            for (String path : List.of(RECORDS + record, LISTINGS + listing)) {
                Reply reply = get("market-reporter", path);
                assertThat(reply.text("/state")).isEqualTo("PUBLISHED");
                assertThat(reply.text("/repairedOn")).isEqualTo("2026-10-28");
                assertThat(reply.text("/repairedBy")).isEqualTo("修〔2026〕000009号");
                assertThat(reply.etag()).isEqualTo("\"2\"");
                String journal = path.equals(RECORDS + record) ? "/history" : "/journal";
                assertThat(reply.body().at(journal)).as("once").hasSize(2);
                assertThat(reply.text(journal + "/1/what")).endsWith("-repaired");
                assertThat(reply.text(journal + "/1/by")).isEqualTo("修〔2026〕000009号");
                assertThat(reply.text(journal + "/1/reason")).isEqualTo("修〔2026〕000009号 A29");
            }
            assertThat(get("market-reporter", RECORDS + refused).body().has("repairedOn"))
                    .isFalse();

            post("sys-market", RECORDS + record + "/withdrawal", Bodies.json("{\"reason\": \"录入错误\"}"));
            post("sys-market", LISTINGS + listing + "/ending", ending("EXIT", clock.today()));
            var recordsSteps = told.await(2, PATIENCE, about(record));
            var listingsSteps = told.await(2, PATIENCE, about(listing));
            assertThat(recordsSteps)
                    .extracting(RunningCollection::type)
                    .containsExactly(EventTypes.RECORD_PUBLISHED, EventTypes.RECORD_WITHDRAWN);
            assertThat(listingsSteps)
                    .extracting(RunningCollection::type)
                    .containsExactly(EventTypes.LISTING_PUBLISHED, EventTypes.LISTING_ENDED);
        }
        assertThat(get("market-reporter", RECORDS + record).text("/repairedOn"))
                .as("it stays")
                .isEqualTo("2026-10-28");
    }

    @Test
    void whatIsNotThereIsPutAsideAndWhatIsErasedIsNot() {
        String erased = erased();
        String rests = listed("sys-market", erased);
        try (TopicReader letters = SYSTEM.reader(Topics.deadLetter("collection"))) {
            ObjectionFact ofErased = upheld(Against.Kind.RECORD, erased);
            ObjectionFact ofNoRecord =
                    upheld(Against.Kind.RECORD, UUID.randomUUID().toString());
            ObjectionFact ofNoListing =
                    upheld(Against.Kind.LISTING, UUID.randomUUID().toString());
            ExitDecided exit = exit(UUID.randomUUID().toString(), Grant.GRANTED);
            send(ofNoRecord, 3);
            send(ofNoListing, 3);
            send(exit);
            send(ofErased, 3);
            RepairDecided repair = repair(Against.Kind.RECORD, erased, Grant.GRANTED);
            send(repair);

            eventually(() -> assertThat(ended(rests)).isEqualTo("REVOKED"));
            settled();
            Set<String> cases = Set.of(
                    ofNoRecord.objection(),
                    ofNoListing.objection(),
                    exit.exit(),
                    ofErased.objection(),
                    repair.repair());
            var put = letters.await(
                    3, PATIENCE, letter -> cases.contains(TopicReader.header(letter, CloudEvents.SUBJECT)));
            assertThat(put)
                    .extracting(
                            letter -> TopicReader.header(letter, CloudEvents.SUBJECT),
                            letter -> TopicReader.header(letter, "dlt_reason"))
                    .containsExactlyInAnyOrder(
                            tuple(ofNoRecord.objection(), "could not be applied: UnknownRecord"),
                            tuple(ofNoListing.objection(), "could not be applied: UnknownListing"),
                            tuple(exit.exit(), "could not be applied: UnknownListing"));
        }
    }

    @Test
    void whateverItsDepartmentDoesAtThatMomentWhatWasFoundWrongIsRevoked() throws Exception {
        for (int round = 0; round < 12; round++) {
            String record = recorded();
            String listing = listed("sys-market", record);
            var ready = new CountDownLatch(1);
            List<Thread> department = List.of(
                    Thread.startVirtualThread(() -> {
                        await(ready);
                        post("sys-market", LISTINGS + listing + "/ending", ending("EXIT", clock.today()));
                    }),
                    Thread.startVirtualThread(() -> {
                        await(ready);
                        post(
                                "sys-market",
                                LISTINGS + listing + "/change",
                                with(
                                        change("补充事实"),
                                        body -> body.putObject("decision")
                                                .put("facts", "经再次查证属实。")
                                                .put("proposedBy", "许刚")
                                                .put("decidedBy", "尤可方")));
                    }),
                    Thread.startVirtualThread(() -> {
                        await(ready);
                        post("sys-market", RECORDS + record + "/withdrawal", Bodies.json("{\"reason\": \"录入错误\"}"));
                    }));
            ready.countDown();
            send(upheld(Against.Kind.RECORD, record), 3);
            for (Thread one : department) {
                one.join();
            }
            eventually(() -> assertThat(ended(listing)).isEqualTo("REVOKED"));
            Reply reply = get("market-reporter", RECORDS + record);
            assertThat(reply.text("/state")).isEqualTo("WITHDRAWN");
            assertThat(reply.body().at("/history"))
                    .as("one of them withdrew it")
                    .hasSize(2);
        }
    }

    private static void await(CountDownLatch ready) {
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String recorded() {
        Reply reply = post("sys-market", "/api/collection/records", penalty(clock.today()));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply.text("/id");
    }

    private String listed(String who, String... basedOn) {
        Reply reply = submit(who, with(listing(clock.today()), body -> {
            var records = body.putArray("basedOn");
            List.of(basedOn).forEach(records::add);
        }));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply.text("/id");
    }

    private void end(String listing, String reason) {
        LocalDate today = clock.today();
        assertThat(post("sys-market", LISTINGS + listing + "/ending", ending(reason, today))
                        .status())
                .isEqualTo(200);
    }

    private String ended(String listing) {
        return get("market-reporter", LISTINGS + listing).text("/ended/reason");
    }

    /** A person's donation, erased on request. */
    private String erased() {
        Reply taken = post("sys-education", "/api/collection/records", Bodies.json("""
                {"number": "%s", "item": "PER-F-02", "subject": {"kind": "PERSON", "idNumber": "%s", "name": "李示例"},
                 "decidedOn": "%s",
                 "fields": {"title": "爱心捐赠", "authority": "元宝山区教体局", "kind": "慈善捐赠", "content": "捐赠图书。"}}
                """.formatted(
                        Bodies.number(), LI, clock.today().minusDays(10))));
        String id = taken.text("/id");
        String subject = get("sys-education", RECORDS + id).text("/subject/id");
        var decided = new DeletionDecided(
                UUID.randomUUID().toString(), id, subject, "education", "PER-F-02", "A28", "2021", AT);
        send(EventTypes.DELETION_DECIDED, decided.deletion(), 1, decided);
        eventually(() -> assertThat(get("sys-education", RECORDS + id).status()).isEqualTo(410));
        return id;
    }

    /** What was sent before has been applied: all of it goes one way, and so has the last. */
    private void settled() {
        String last = listed("sys-market");
        send(exit(last, Grant.GRANTED));
        eventually(() -> assertThat(ended(last)).isEqualTo("EXIT"));
    }

    private static void eventually(ThrowingRunnable holds) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(holds);
    }

    private static ObjectionFact upheld(Against.Kind kind, @Nullable String id) {
        return objection(kind, id, ObjectionState.DECIDED, ObjectionOutcome.UPHELD);
    }

    private static ObjectionFact objection(
            Against.Kind kind, @Nullable String id, ObjectionState state, @Nullable ObjectionOutcome outcome) {
        return new ObjectionFact(
                UUID.randomUUID().toString(),
                NUMBER,
                "s",
                "market",
                new Against(kind, id),
                Claim.WRONG,
                state,
                outcome,
                false,
                List.of(),
                LocalDate.of(2026, 11, 17),
                false,
                outcome == null ? null : decision(NUMBER, "A30"),
                "2021",
                AT,
                AT);
    }

    private static ReviewFact review(String listing, @Nullable ObjectionOutcome outcome) {
        String number = "复〔2026〕000003号";
        return new ReviewFact(
                UUID.randomUUID().toString(),
                number,
                UUID.randomUUID().toString(),
                "s",
                "market",
                new Against(Against.Kind.LISTING, listing),
                outcome,
                outcome == null,
                List.of(),
                outcome == null ? null : decision(number, "A31"),
                "2021",
                AT,
                outcome == null ? null : AT);
    }

    private static ExitDecided exit(String listing, Grant outcome) {
        String number = "退〔2026〕000004号";
        return new ExitDecided(
                UUID.randomUUID().toString(),
                number,
                "s",
                listing,
                "market",
                outcome,
                decision(number, "P5.5"),
                "market-approver",
                LocalDate.of(2026, 10, 27),
                "2021",
                AT);
    }

    private static RepairDecided repair(Against.Kind kind, String id, Grant outcome) {
        String number = "修〔2026〕000009号";
        return new RepairDecided(
                UUID.randomUUID().toString(),
                number,
                "s",
                "market",
                new Against(kind, id),
                outcome,
                decision(number, "A29"),
                "2021",
                AT);
    }

    private static Decision decision(String number, String basis) {
        return new Decision(number, "赤峰市元宝山区发展和改革委员会", LocalDate.of(2026, 10, 28), basis);
    }

    private static void send(ObjectionFact fact, long sequence) {
        send(EventTypes.OBJECTION_DECIDED, fact.objection(), sequence, fact);
    }

    private static void send(ReviewFact fact, long sequence) {
        send(EventTypes.REVIEW_DECIDED, fact.review(), sequence, fact);
    }

    private static void send(ExitDecided fact) {
        send(EventTypes.EXIT_DECIDED, fact.exit(), 2, fact);
    }

    private static void send(RepairDecided fact) {
        send(EventTypes.REPAIR_DECIDED, fact.repair(), 2, fact);
    }

    /** As objection's relay sends it, and under an id of its own each time. */
    private static void send(String type, String aggregate, long sequence, Object fact) {
        Map<String, String> headers = CloudEvents.write(new EventHeaders(
                UUID.randomUUID().toString(),
                "/objection-service",
                type,
                aggregate,
                AT,
                sequence,
                UUID.randomUUID().toString(),
                null,
                null));
        SYSTEM.send(
                "svc-objection",
                Topics.REMEDY,
                "s",
                headers,
                ContractJson.mapper().writeValueAsString(fact).getBytes(UTF_8));
    }
}
