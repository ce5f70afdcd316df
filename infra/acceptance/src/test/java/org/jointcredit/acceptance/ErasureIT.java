package org.jointcredit.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.acceptance.House.FRONT;
import static org.jointcredit.acceptance.House.SYSTEM;
import static org.jointcredit.acceptance.House.eventually;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * C11, D8, X3: what is erased is gone from every service, whichever way it came in, and nothing brings it back. Shown by
 * a search through every byte that the databases, topics and logs hold; only {@code intake} carries persons in the open,
 * inward and for 72 hours, and what is sealed in topics cannot be read without its key.
 */
class ErasureIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String WANG = "999999198503120018";
    private static final String MARKET = "赤峰市元宝山区市场监督管理局,11150403MB1A000362";

    private final String run = House.freshRun().replace("-", "");
    private final LocalDate today = LocalDate.parse(FRONT.today("collection"));

    /** Somebody whom nothing else is told about. */
    private final String name = "欧阳" + characters();

    private final String idNumber = new Invented(run.hashCode()).idNumber();
    private final String facts = "示例事实" + run;
    private final String[] markers = Dump.written(List.of(name, idNumber, idNumber.substring(0, 17), facts));

    @BeforeEach
    void aPersonLogsIn() {
        SYSTEM.local().setSubject("citizen-wang", subject(name, idNumber));
        FRONT.forget("citizen-wang");
    }

    @AfterEach
    void citizenWangIsHimselfAgain() {
        SYSTEM.local().setSubject("citizen-wang", subject("王示例", WANG));
        FRONT.forget("citizen-wang");
    }

    @Test
    void whatIsErasedIsNowhereAndDoesNotComeBack() throws Exception {
        var overRest = penalty(run + "号");
        var overKafka = donation(run + "捐");
        var file = file(run + "行");
        String rest = FRONT.post("sys-market", "collection/records", overRest)
                .expect(201)
                .path("id")
                .asString();
        String row = upload(file).path("id").asString();
        String ofFile = recordOf(row);
        settled(ofFile, run + "行");
        String kafka;
        try (var receipts = SYSTEM.reader(Topics.receipt("education"));
                var records = SYSTEM.reader(Topics.RECORD);
                var outbox = new Outbox(SYSTEM)) {
            kafka = receipt(receipts, submit(outbox, overKafka)).path("id").asString();
            eventually(PATIENCE, "what the person reads of itself", () -> mine().size() == 3);
            assertThat(mine().toString()).contains(facts);
            assertThat(FRONT.post("market-implementer", "disclosure/queries", question())
                            .status())
                    .isBetween(200, 201);
            assertThat(Dump.placesOf(
                            SYSTEM, _ -> true, facts, overRest.path("number").asString()))
                    .as("the search finds what stands in the open: facts on their way in, numbers of documents")
                    .contains("intake.education: marker 0", "collection.records: marker 1");

            // two grow old, one is deleted on request
            for (var service : SYSTEM.local().servicesWithClock()) {
                FRONT.moveClock(service, today.plusDays(2).toString());
            }
            FRONT.forget("citizen-wang");
            eventually(
                    PATIENCE,
                    "that objection knows the record",
                    () -> FRONT.post("citizen-wang", "objection/deletions", "{\"record\":\"" + kafka + "\"}")
                                    .status()
                            == 201);
            eventually(
                    PATIENCE,
                    "the deletion",
                    () -> FRONT.all("citizen-wang", "objection/deletions").stream()
                            .anyMatch(deletion ->
                                    deletion.path("record").asString().equals(kafka)
                                            && deletion.path("state").asString().equals("DONE")));
            eventually(PATIENCE, "the ageing", () -> isGone("sys-market", rest) && isGone("sys-market", ofFile));
            assertThat(isGone("sys-education", kafka)).isTrue();
            var told = receipts.await(
                            1,
                            PATIENCE,
                            event -> TopicReader.header(event, CloudEvents.TYPE)
                                            .equals(EventTypes.RECORD_ERASED_ON_REQUEST)
                                    && event.value().contains(kafka))
                    .getFirst();
            assertThat(told.key()).isEqualTo(overKafka.path("number").asString());
            eventually(PATIENCE, "that nothing is left to read", () -> mine().isEmpty());
            assertThat(where(markers)).isEmpty();

            // sent again, by every way
            assertThat(FRONT.post("sys-market", "collection/records", overRest).status())
                    .isEqualTo(409);
            assertThat(receipt(receipts, submit(outbox, overKafka))
                            .path("outcome")
                            .asString())
                    .isEqualTo("REFUSED");
            assertThat(outcome(upload(file).path("id").asString())).isEqualTo("REFUSED");

            // told again, and something new of the same person after it
            var before = records.await(
                    4,
                    PATIENCE,
                    event -> List.of(rest, ofFile, kafka).contains(TopicReader.header(event, CloudEvents.SUBJECT))
                            && !TopicReader.header(event, CloudEvents.TYPE).equals(EventTypes.RECORD_ERASED));
            before.forEach(ErasureIT::replay);
            var later = donation(run + "后");
            fields(later).put("content", "另一次捐赠。");
            String last = FRONT.post("sys-education", "collection/records", later)
                    .expect(201)
                    .path("id")
                    .asString();
            eventually(PATIENCE, "the later record", () -> mine().toString().contains(last));
            assertThat(mine()).hasSize(1);
            assertThat(where(markers)).isEmpty();
        }
    }

    /** Where it stands; intake carries it in the open by contract. */
    private static List<String> where(String... wanted) {
        return List.copyOf(Dump.placesOf(SYSTEM, topic -> !topic.startsWith("intake."), wanted));
    }

    private List<JsonNode> mine() {
        return FRONT.get("citizen-wang", "disclosure/me?size=200")
                .expect(200)
                .at("/records/content")
                .valueStream()
                .toList();
    }

    private static boolean isGone(String who, String record) {
        return FRONT.get(who, "collection/records/" + record).status() == 410;
    }

    /** The last day of what it says is tomorrow. */
    private ObjectNode penalty(String number) {
        var day = today.plusDays(1).minusYears(5).toString();
        var record = Front.JSON
                .createObjectNode()
                .put("number", number)
                .put("item", "XYGS-CF")
                .put("decidedOn", day)
                .put("behaviourEndedOn", day)
                .put("procedure", "GENERAL");
        person(record);
        record.putObject("fields")
                .put("cf_wfxw", "经营标签不合格食品")
                .put("cf_sy", facts)
                .put("cf_yj", "《中华人民共和国食品安全法》第一百二十五条")
                .put("cf_cflb", "罚款")
                .put("cf_nr", name + "被罚款三万元。")
                .put("cf_nr_fk", "30000")
                .put("cf_yxq", "2099-12-31")
                .put("adverseBasis", "《行政处罚法》第三十三条");
        return record;
    }

    private ObjectNode donation(String number) {
        var record = Front.JSON
                .createObjectNode()
                .put("number", number)
                .put("item", "PER-F-02")
                .put("decidedOn", today.minusDays(9).toString());
        person(record);
        record.putObject("fields")
                .put("title", "爱心捐赠")
                .put("authority", "元宝山区教体局")
                .put("kind", "慈善捐赠")
                .put("content", facts);
        return record;
    }

    private void person(ObjectNode record) {
        record.putObject("subject")
                .put("kind", "PERSON")
                .put("idNumber", idNumber)
                .put("name", name);
    }

    private static ObjectNode fields(ObjectNode record) {
        return (ObjectNode) record.get("fields");
    }

    /** One row that is taken and one that is refused, which is kept for its correction. */
    private String file(String number) {
        String names = "cf_xdr_mc,cf_xdr_lb,cf_xdr_zjlx,cf_xdr_zjhm,cf_wsh,cf_wfxw,cf_sy,cf_yj,cf_cflb,cf_nr,cf_nr_fk,"
                + "cf_jdrq,cf_yxq,cf_gsjzq,cf_cfjg,cf_cfjgdm,cf_sjly,cf_sjlydm";
        return names + "\r\n" + row(number, "3.00") + "\r\n" + row(number + "二", "-3") + "\r\n";
    }

    private String row(String number, String amount) {
        return String.join(
                ",",
                name,
                "自然人",
                "身份证",
                idNumber,
                number,
                "经营标签不合格食品",
                facts,
                "《中华人民共和国食品安全法》第一百二十五条",
                "罚款",
                "罚款。",
                amount,
                today.plusDays(1).minusYears(5).toString(),
                "2099-12-31",
                today.plusDays(1).toString(),
                MARKET,
                MARKET);
    }

    private JsonNode upload(String file) throws IOException, InterruptedException {
        var boundary = UUID.randomUUID().toString();
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rows.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--" + boundary + "--\r\n";
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(SYSTEM.local().url("gateway") + "/api/collection/batches"))
                            .header("Authorization", "Bearer " + SYSTEM.token("sys-market"))
                            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
                            .build(),
                    BodyHandlers.ofString(UTF_8));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            return Front.JSON.readTree(answer.body());
        }
    }

    private static JsonNode firstRow(String batch) {
        eventually(
                PATIENCE,
                "the batch",
                () -> FRONT.get("sys-market", "collection/batches/" + batch)
                        .body()
                        .path("state")
                        .asString()
                        .equals("DONE"));
        return FRONT.all("sys-market", "collection/batches/" + batch + "/rows").stream()
                .filter(row -> row.path("row").asInt() == 1)
                .findFirst()
                .orElseThrow();
    }

    private static String recordOf(String batch) {
        var row = firstRow(batch);
        assertThat(row.path("outcome").asString()).as(row.toString()).isEqualTo("ACCEPTED");
        return row.path("id").asString();
    }

    private static String outcome(String batch) {
        return firstRow(batch).path("outcome").asString();
    }

    /** A person's penalty out of a file is adverse once the credit office has found its basis (A10(5)). */
    private void settled(String record, String number) {
        var settled = penalty(number);
        settled.put("provider", "market");
        FRONT.send(
                        "drc-office",
                        "PUT",
                        "collection/records/" + record,
                        settled.toString(),
                        "If-Match",
                        FRONT.get("drc-office", "collection/records/" + record).header("ETag"))
                .expect(200);
    }

    private static String submit(Outbox outbox, ObjectNode record) throws Exception {
        var id = UUID.randomUUID().toString();
        outbox.send(
                        Topics.intake("education"),
                        record.path("number").asString(),
                        EventTypes.RECORD_SUBMITTED,
                        id,
                        record)
                .get();
        return id;
    }

    private static JsonNode receipt(TopicReader receipts, String message) {
        return Front.JSON.readTree(receipts.await(
                        1,
                        PATIENCE,
                        event -> TopicReader.header(event, CloudEvents.CAUSATION_ID)
                                .equals(message))
                .getFirst()
                .value());
    }

    /** As the topic would say it once more. */
    private static void replay(ConsumerRecord<String, String> event) {
        Map<String, String> headers = new HashMap<>();
        event.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        SYSTEM.send(
                "svc-collection",
                event.topic(),
                event.key(),
                headers,
                event.value().getBytes(UTF_8));
    }

    private ObjectNode question() {
        var question = Front.JSON
                .createObjectNode()
                .put("purpose", "INSPECTION")
                .put("matter", "元市监查〔2026〕" + run.hashCode() % 1000);
        person(question);
        return question;
    }

    private static String subject(String name, String idNumber) {
        return FRONT.post(
                        "svc-disclosure",
                        "collection/subjects",
                        Front.JSON
                                .createObjectNode()
                                .put("kind", "PERSON")
                                .put("name", name)
                                .put("idNumber", idNumber))
                .expect(200)
                .path("id")
                .asString();
    }

    /** Two that hardly anybody has in a name, others each time. */
    private static String characters() {
        int at = (int) (System.currentTimeMillis() / 1000 % 4000);
        return Character.toString(0x6000 + at) + Character.toString(0x7000 + at % 251);
    }
}
