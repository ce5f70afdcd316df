package org.jointcredit.collection.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.collection.Bodies.LI;
import static org.jointcredit.collection.Bodies.fields;
import static org.jointcredit.collection.Bodies.with;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jointcredit.collection.Bodies;
import org.jointcredit.collection.RunningCollection;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.DeletionDecided;
import org.jointcredit.contract.event.EventHeaders;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a subject has had deleted of itself is erased, and its provider is told (D8, A28). */
class RequestedErasureIT extends RunningCollection {
    private static final String RECORDS = "/api/collection/records";

    @Test
    void itIsErasedItsProviderIsToldOnceAndItDoesNotComeBack() {
        ObjectNode said = donation(Bodies.number());
        String id = taken(said);
        var decided = decided(id, get("sys-education", RECORDS + "/" + id).text("/subject/id"));
        try (TopicReader records = SYSTEM.reader(Topics.RECORD);
                TopicReader receipts = SYSTEM.reader(Topics.receipt("education"))) {
            send(decided);
            send(decided);

            var erased = records.await(2, PATIENCE, about(id)).getLast();
            assertThat(type(erased)).isEqualTo(EventTypes.RECORD_ERASED);
            assertThat(json(erased.value()).at("/basis").asString()).isEqualTo("A28");
            assertThat(get("education-reporter", RECORDS + "/" + id).status()).isEqualTo(410);
            assertThat(get("market-reporter", RECORDS + "/" + id).status()).isEqualTo(404);
            Reply again = post("sys-education", RECORDS, said);
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.errors()).containsExactly(" WRONG_STATE");

            String another = taken(donation(Bodies.number()));
            send(decided(another, decided.subject()));
            var told = receipts.await(
                    2,
                    PATIENCE,
                    event -> type(event).equals(EventTypes.RECORD_ERASED_ON_REQUEST)
                            && (event.value().contains(id) || event.value().contains(another)));
            assertThat(told)
                    .as("asked twice, told once; and the next after it")
                    .extracting(event -> json(event.value()).at("/record").asString())
                    .containsExactlyInAnyOrder(id, another);
            var first = told.stream()
                    .filter(event -> event.value().contains(id))
                    .findFirst()
                    .orElseThrow();
            String number = said.get("number").asString();
            assertThat(first.key()).isEqualTo(number);
            assertThat(json(first.value()).at("/number").asString()).isEqualTo(number);
            assertThat(json(first.value()).at("/deletion").asString()).isEqualTo(decided.deletion());
            assertThat(first.value()).doesNotContain("王捐赠示例", decided.subject());
        }
        assertThat(mongo.getCollection(ErasedStore.COLLECTION)
                        .find(new Document("_id", id))
                        .map(Document::toJson))
                .singleElement()
                .satisfies(left -> assertThat(left)
                        .doesNotContain("v1.", said.get("number").asString(), "李示例", "王捐赠示例"));
    }

    @Test
    void aNumberThatHoldsAPersonsIsNotRepeated() {
        String id = taken(donation(LI + "-" + Bodies.number()));
        try (TopicReader receipts = SYSTEM.reader(Topics.receipt("education"))) {
            send(decided(id, get("sys-education", RECORDS + "/" + id).text("/subject/id")));
            var told = receipts.await(
                            1,
                            PATIENCE,
                            event -> type(event).equals(EventTypes.RECORD_ERASED_ON_REQUEST)
                                    && event.value().contains(id))
                    .getFirst();
            assertThat(told.key()).isEqualTo(id);
            assertThat(json(told.value()).has("number")).isFalse();
        }
    }

    @Test
    void anothersRequestErasesNothing() {
        String id = taken(donation(Bodies.number()));
        String last = taken(donation(Bodies.number()));
        send(decided(id, UUID.randomUUID().toString()));
        send(decided(last, get("sys-education", RECORDS + "/" + last).text("/subject/id")));
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                get("sys-education", RECORDS + "/" + last).status())
                        .isEqualTo(410));
        assertThat(get("sys-education", RECORDS + "/" + id).status()).isEqualTo(200);
    }

    @Test
    void whatWasRefusedOfItGoesWithItAndIsNotKeptAgainX3() {
        ObjectNode said = donation(Bodies.number());
        ObjectNode other = with(said.deepCopy(), twin -> fields(twin).put("content", "捐赠图书三百册。"));
        ObjectNode misspelt =
                with(said.deepCopy(), one -> ((ObjectNode) one.get("subject")).put("idNumber", "99999919900101000X"));
        ObjectNode elses = with(donation(Bodies.number()), one -> one.remove("decidedOn"));
        String list = "[%s,%s,%s,%s]".formatted(said, other, misspelt, elses);
        String batch = batch(list);
        String path = "/api/collection/batches/" + batch;
        String id = get("sys-education", path + "/rows?outcome=ACCEPTED").text("/content/0/id");
        assertThat(keptOf(batch)).as("the refused ones can be corrected").containsExactly(2, 3, 4);

        send(decided(id, get("sys-education", RECORDS + "/" + id).text("/subject/id")));

        Awaitility.await().atMost(PATIENCE).until(() -> keptOf(batch).equals(List.of(4)));
        assertThat(get("sys-education", path + "/rows?outcome=REFUSED").text("/page/totalElements"))
                .as("its answer stays")
                .isEqualTo("3");
        assertThat(json(new String(download("sys-education", path + "/corrections"), UTF_8)))
                .hasSize(1);
        assertThat(keptOf(batch(list))).as("sent again").containsExactly(4);
    }

    private String batch(String list) {
        String id = post("sys-education", "/api/collection/batches", null, list).text("/id");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> get("sys-education", "/api/collection/batches/" + id)
                        .text("/state")
                        .equals("DONE"));
        return id;
    }

    private List<Integer> keptOf(String batch) {
        return mongo.getCollection("batchRows")
                .find(new Document("batch", batch).append("content", new Document("$exists", true)))
                .sort(new Document("row", 1))
                .map(row -> row.getInteger("row"))
                .into(new ArrayList<>());
    }

    private ObjectNode donation(String number) {
        return Bodies.json("""
                {"number": "%s", "item": "PER-F-02", "subject": {"kind": "PERSON", "idNumber": "%s", "name": "李示例"},
                 "decidedOn": "%s",
                 "fields": {"title": "爱心捐赠", "authority": "元宝山区教体局", "kind": "慈善捐赠", "content": "与王捐赠示例一同捐赠图书。"}}
                """.formatted(number, LI, clock.today().minusDays(10)));
    }

    private String taken(ObjectNode record) {
        Reply reply = post("sys-education", RECORDS, record);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply.text("/id");
    }

    private static DeletionDecided decided(String record, String subject) {
        return new DeletionDecided(
                UUID.randomUUID().toString(),
                record,
                subject,
                "education",
                "PER-F-02",
                "A28",
                "2021",
                Instant.parse("2026-10-20T02:00:00Z"));
    }

    /** As objection's relay sends it, and under an id of its own each time. */
    private static void send(DeletionDecided decided) {
        Map<String, String> headers = CloudEvents.write(new EventHeaders(
                UUID.randomUUID().toString(),
                "/objection-service",
                EventTypes.DELETION_DECIDED,
                decided.deletion(),
                decided.at(),
                1L,
                UUID.randomUUID().toString(),
                null,
                null));
        SYSTEM.send(
                "svc-objection",
                Topics.REMEDY,
                decided.subject(),
                headers,
                ContractJson.mapper().writeValueAsString(decided).getBytes(UTF_8));
    }
}
