package org.jointcredit.collection.batch;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jointcredit.collection.Bodies;
import org.jointcredit.collection.RunningCollection;
import org.jointcredit.collection.batch.Samples.Expected;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.collection.table.Bytes;
import org.jointcredit.collection.table.Cell;
import org.jointcredit.collection.table.Line;
import org.jointcredit.collection.table.TableWriter;
import org.jointcredit.contract.event.EventIds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Files and lists of records over REST, as departments and the credit office send them (C2, C5; interfaces: files). */
class BatchIT extends RunningCollection {
    private static final String BATCHES = "/api/collection/batches";
    private static final Scope ALL = new Scope(null);

    @Autowired
    private UploadStore uploads;

    @Autowired
    private UploadSweep sweep;

    @Autowired
    private BatchStore store;

    @Autowired
    private BatchKeyStore keys;

    @Test
    void theSampleOfPenaltiesOf2021() {
        golden("penalties-2021.csv", "penalties-2021.expected.csv");
    }

    @Test
    void theSampleOfPenaltiesOf2016() {
        golden("penalties-2016.csv", "penalties-2016.expected.csv");
    }

    @Test
    void theSampleOfLicencesOf2021() {
        golden("licences-2021.xlsx", "licences-2021.expected.csv");
    }

    private void golden(String file, String expectations) {
        Reply received = upload("drc-office", file, Samples.bytes(file), null);
        assertThat(received.status()).as(received.body().toString()).isEqualTo(202);
        assertThat(received.location()).isEqualTo(BATCHES + "/" + received.text("/id"));

        Reply done = done("drc-office", received);
        List<Expected> expected = Samples.expected(expectations);
        List<JsonNode> rows = rows("drc-office", received, null);

        assertThat(done.text("/state")).as(done.body().toString()).isEqualTo("DONE");
        assertThat(rows).hasSize(expected.size());
        List<String> differ = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            JsonNode row = rows.get(i);
            Expected wanted = expected.get(i);
            boolean right = row.at("/row").asInt() == wanted.row()
                    && row.at("/outcome").asString().equals(wanted.outcome().name())
                    && (wanted.outcome() != Outcome.REFUSED
                            || errors(row).contains(wanted.field() + " " + wanted.code()));
            if (!right) {
                differ.add(wanted + " but " + row);
            }
        }
        assertThat(differ).isEmpty();
        correctionsGoBackIn(received, done);

        Reply again = upload("drc-office", file, Samples.bytes(file), null);
        Reply unchanged = done("drc-office", again);
        assertThat(unchanged.body().at("/accepted").asInt()).isZero();
        assertThat(unchanged.body().at("/unchanged").asInt())
                .isEqualTo(done.body().at("/accepted").asInt());
        assertThat(unchanged.body().at("/refused").asInt())
                .isEqualTo(done.body().at("/refused").asInt());
    }

    /** Not corrected, they are refused again; their own columns do no harm. */
    private void correctionsGoBackIn(Reply received, Reply done) {
        byte[] corrections = download("drc-office", BATCHES + "/" + received.text("/id") + "/corrections");
        int refused = done.body().at("/refused").asInt();

        List<Line> lines = Bytes.read(corrections);
        assertThat(lines).hasSize(refused + 1);
        assertThat(lines.getFirst().cells()).extracting(Cell::text).endsWith("jc_row", "jc_reasons");
        assertThat(lines.get(1).cells().getLast().text()).contains("：");
        Reply again = done("drc-office", upload("drc-office", "y", corrections, null));
        assertThat(again.text("/state")).as(again.body().toString()).isEqualTo("DONE");
        assertThat(again.text("/kind")).isEqualTo(done.text("/kind"));
        assertThat(again.body().at("/rows").asInt()).isEqualTo(refused);
        // the twin of a row is none without it, but equal to what was taken in
        assertThat(again.body().at("/refused").asInt()).isGreaterThanOrEqualTo(refused - 1);
    }

    private Reply done(String who, Reply received) {
        String path = BATCHES + "/" + received.text("/id");
        await().atMost(PATIENCE)
                .until(() -> List.of("DONE", "FAILED").contains(get(who, path).text("/state")));
        return get(who, path);
    }

    private List<JsonNode> rows(String who, Reply received, @Nullable String outcome) {
        List<JsonNode> rows = new ArrayList<>();
        long pages = 1;
        for (int page = 0; page < pages; page++) {
            String query = "/rows?size=200&page=" + page + (outcome == null ? "" : "&outcome=" + outcome);
            Reply reply = get(who, BATCHES + "/" + received.text("/id") + query);
            reply.body().at("/content").forEach(rows::add);
            pages = reply.body().at("/page/totalPages").asLong();
        }
        return rows;
    }

    private static List<String> errors(JsonNode row) {
        return row.at("/errors")
                .valueStream()
                .map(error ->
                        error.at("/field").asString() + " " + error.at("/code").asString())
                .toList();
    }

    @Test
    void whereAProcessDiesAnotherGoesOnAndTheEffectIsThereOnce() throws Exception {
        byte[] file = Samples.renumbered("之二");
        Reply received = upload("drc-office", "a.csv", file, "GENERAL");
        Reply whole = done("drc-office", received);
        String id = received.text("/id");
        long records = mongo.getCollection("records").countDocuments();

        // the chunk after row 100 was taken in, and neither its answers nor the progress were kept
        uploads.keep(id, new ByteArrayInputStream(file), file.length);
        mongo.getCollection(BatchStore.ROWS).deleteMany(and(eq(BatchStore.BATCH, id), gt(BatchStore.ROW, 100)));
        mongo.getCollection(BatchStore.COLLECTION)
                .updateOne(
                        eq("_id", id),
                        combine(
                                set(BatchStore.STATE, "RUNNING"),
                                set("done", 100),
                                set(
                                        "counts.accepted",
                                        store.rows(id, ALL, Outcome.ACCEPTED, PageRequest.of(0, 1))
                                                .page()
                                                .totalElements()),
                                set(
                                        "counts.refused",
                                        store.rows(id, ALL, Outcome.REFUSED, PageRequest.of(0, 1))
                                                .page()
                                                .totalElements()),
                                unset("finishedAt"),
                                set("leasedBy", "the dead"),
                                set(BatchStore.LEASED_UNTIL, new Date(1))));

        Reply resumed = done("drc-office", received);
        assertThat(resumed.text("/state")).isEqualTo("DONE");
        for (String count : List.of("/rows", "/accepted", "/refused", "/unchanged")) {
            assertThat(resumed.body().at(count))
                    .as(count)
                    .isEqualTo(whole.body().at(count));
        }
        assertThat(rows("drc-office", received, null)).hasSize(270);
        assertThat(mongo.getCollection("records").countDocuments()).isEqualTo(records);
        assertThat(mongo.getCollection(UploadStore.COLLECTION).countDocuments(UploadStore.of(id)))
                .isZero();
    }

    @Test
    void aRevisionKeepsThePeriodOfARowOfAFileA28() {
        String office = "赤峰市元宝山区市场监督管理局,11150403MB1A000362";
        String file =
                "cf_wsh,cf_xdr_mc,cf_xdr_lb,cf_xdr_shxym,cf_wfxw,cf_sy,cf_yj,cf_cflb,cf_nr,cf_nr_fk,cf_jdrq,cf_yxq,"
                        + "cf_cfjg,cf_cfjgdm,cf_sjly,cf_sjlydm\n"
                        + String.join(
                                ",",
                                Bodies.number(),
                                "元宝山示例有限公司,法人及非法人组织",
                                Bodies.COMPANY,
                                "超出许可范围经营,事实清楚。,有关规定,罚款,罚款。,1.5",
                                clock.today().minusDays(9).toString(),
                                "2099-12-31",
                                office,
                                office)
                        + "\n";
        Reply received = upload("market-reporter", "a.csv", file.getBytes(UTF_8), "GENERAL");
        done("market-reporter", received);
        JsonNode row = rows("market-reporter", received, "ACCEPTED").getFirst();
        Reply taken =
                get("drc-office", "/api/collection/records/" + row.at("/id").asString());
        assertThat(taken.text("/category")).isEqualTo("ADVERSE");
        ObjectNode now =
                Bodies.json("{}").put("decidedOn", taken.text("/decidedOn")).put("procedure", "GENERAL");
        ObjectNode fields = (ObjectNode) taken.body().at("/fields").deepCopy();
        now.set("fields", fields.put("bz", "更正备注"));

        Reply revised = put("drc-office", "/api/collection/records/" + taken.text("/id"), taken.etag(), now);

        assertThat(revised.status()).as(revised.body().toString()).isEqualTo(200);
        assertThat(revised.text("/fields/bz")).isEqualTo("更正备注");
        assertThat(revised.text("/shownUntil"))
                .isEqualTo(taken.text("/shownUntil"))
                .isNotEmpty();
    }

    @Test
    void whatCameInTheLayoutOf2016IsRevisedAndSettledLikeEverythingElseA75() {
        String file = "CF_WSH,CF_CFMC,CF_CFLB1,CF_SY,CF_YJ,CF_XDR_MC,CF_XDR_SHXYM,CF_FR,CF_JG,CF_JDRQ,CF_XZJG,CF_ZT\n"
                + String.join(
                        ",",
                        Bodies.number(),
                        "某某案,罚款,事实清楚。,有关规定,元宝山示例有限公司",
                        Bodies.COMPANY,
                        "李示例,罚款五千元。",
                        clock.today().minusDays(9).toString(),
                        "赤峰市元宝山区市场监督管理局,0")
                + "\n";
        Reply received = upload("market-reporter", "a.csv", file.getBytes(UTF_8), null);
        done("market-reporter", received);
        JsonNode row = rows("market-reporter", received, "ACCEPTED").getFirst();
        String path = "/api/collection/records/" + row.at("/id").asString();
        Reply taken = get("drc-office", path);
        assertThat(taken.text("/toSettle")).isEqualTo("true");
        ObjectNode now = Bodies.json("{}").put("decidedOn", taken.text("/decidedOn"));
        ObjectNode fields = (ObjectNode) taken.body().at("/fields").deepCopy();
        now.set("fields", fields.put("bz", "更正备注"));

        Reply revised = put("market-reporter", path, taken.etag(), now);
        assertThat(revised.status()).as(revised.body().toString()).isEqualTo(200);
        Reply settled = put("drc-office", path, revised.etag(), now.put("procedure", "GENERAL"));
        assertThat(settled.status()).as(settled.body().toString()).isEqualTo(200);
        assertThat(settled.text("/category")).isEqualTo("ADVERSE");
    }

    @Test
    void theSameUploadUnderOneKeyIsOneBatch() {
        byte[] file = "cf_wsh,cf_xdr_mc\n1,2\n".getBytes(UTF_8);
        String key = Bodies.number();
        Reply first = upload("market-reporter", "a.csv", file, "GENERAL", key);
        Reply again = upload("market-reporter", "b.csv", file, "GENERAL", key);
        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.location()).isEqualTo(first.location());

        assertThat(upload("market-reporter", "a.csv", "cf_wsh,bz\n1,2\n".getBytes(UTF_8), "GENERAL", key)
                        .errors())
                .containsExactly("Idempotency-Key DUPLICATE");
        assertThat(upload("market-reporter", "a.csv", file, "SUMMARY", key).status())
                .as("another procedure is another upload")
                .isEqualTo(409);
        assertThat(upload("sys-market", "a.csv", file, "GENERAL", key).text("/id"))
                .as("a key belongs to one client")
                .isNotEqualTo(first.text("/id"));
        assertThat(upload("market-reporter", "a.csv", file, "GENERAL").text("/id"))
                .isNotEqualTo(first.text("/id"));
        assertThat(upload("market-reporter", "a.csv", file, null, "x".repeat(201))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void onlyASuccessIsRememberedAndWhatIsInWorkIsNotDoneTwice() {
        byte[] file = "cf_wsh,cf_xdr_mc\n1,2\n".getBytes(UTF_8);
        String key = Bodies.number();
        assertThat(upload("sys-market", "a.csv", file, "EXTRAORDINARY", key).status())
                .isEqualTo(422);
        assertThat(upload("sys-market", "a.csv", file, "GENERAL", key).status()).isEqualTo(202);

        String busy = Bodies.number();
        assertThat(keys.claim("sys-market/sys-market/" + busy, "a batch that is still being sent"))
                .isNull();
        Reply inWork = upload("sys-market", "a.csv", file, null, busy);
        assertThat(inWork.status()).isEqualTo(409);
        assertThat(inWork.errors()).isEmpty();
        mongo.getCollection(BatchKeyStore.COLLECTION)
                .updateOne(eq("_id", "sys-market/sys-market/" + busy), set(BatchKeyStore.UNTIL, new Date(1)));
        assertThat(upload("sys-market", "a.csv", file, null, busy).status())
                .as("who had claimed it is dead")
                .isEqualTo(202);
    }

    @Test
    void whatIsRefusedCountsOnceWhoeverRefusedItAndHoweverOftenTheBatchEndsC7() throws Exception {
        String twice = "元罚〔2026〕12号,王示例,2026-01-05\n";
        byte[] file = ("cf_wsh,cf_xdr_mc,cf_jdrq\n" + twice + twice + "太短\n").getBytes(UTF_8);
        int before = refusedOf("finance");
        Reply received = upload("finance-reporter", "a.csv", file, null);
        Reply done = done("finance-reporter", received);
        assertThat(done.body().at("/refused").asInt()).isEqualTo(3);
        assertThat(refusedOf("finance")).isEqualTo(before + 3);

        // it died before it had kept that it was done
        String id = received.text("/id");
        uploads.keep(id, new ByteArrayInputStream(file), file.length);
        mongo.getCollection(BatchStore.COLLECTION)
                .updateOne(
                        eq("_id", id),
                        combine(
                                set(BatchStore.STATE, "RUNNING"),
                                unset("finishedAt"),
                                set("leasedBy", "the dead"),
                                set(BatchStore.LEASED_UNTIL, new Date(1))));

        assertThat(done("finance-reporter", received).body().at("/refused").asInt())
                .isEqualTo(3);
        assertThat(refusedOf("finance")).isEqualTo(before + 3);
    }

    private int refusedOf(String department) {
        return get("drc-supervisor", "/api/collection/quality?dept=" + department)
                .body()
                .at("/content/0/refused")
                .asInt(0);
    }

    @Test
    void whatADeadProcessLeftOfUploadsIsSweptX4() throws Exception {
        byte[] file = "cf_wsh,cf_xdr_mc\n1,2\n".getBytes(UTF_8);
        Reply received = upload("market-reporter", "a.csv", file, null);
        done("market-reporter", received);
        String ended = received.text("/id");
        String neverBegun = EventIds.next();
        String stillComing = EventIds.next();
        for (String id : List.of(ended, neverBegun, stillComing)) {
            uploads.keep(id, new ByteArrayInputStream(file), file.length);
        }
        mongo.getCollection(UploadStore.COLLECTION)
                .updateMany(
                        UploadStore.of(neverBegun),
                        set(UploadStore.AT, Date.from(Instant.now().minus(Duration.ofHours(2)))));

        sweep.run();
        sweep.run();

        assertThat(uploads.batches()).contains(stillComing).doesNotContain(ended, neverBegun);
    }

    @Test
    void eachSubmissionTellsWhoWhatWhenAndFromWhereC10() {
        Reply received = upload("drc-office", "a.csv", Samples.renumbered("之七"), "GENERAL");
        done("drc-office", received);
        assertThat(received.text("/by")).isEqualTo("drc-office");
        assertThat(received.text("/from")).matches("127\\.0\\.0\\.1|0:0:0:0:0:0:0:1");

        String record =
                rows("drc-office", received, "ACCEPTED").getFirst().at("/id").asString();
        Reply kept = get("drc-office", "/api/collection/records/" + record);
        assertThat(kept.text("/history/0/what")).isEqualTo("record-published");
        assertThat(kept.text("/history/0/by")).isEqualTo("drc-office");
        assertThat(kept.text("/history/0/at")).isNotEmpty();
        assertThat(kept.text("/history/0/from")).isEqualTo(received.text("/from"));
    }

    @Test
    void whatMustNotBeCollectedIsInNoCorrectionFileC3() {
        String row = "元罚〔2026〕9号,王示例,2026-01-05,当事人既往病史：高血压七七七级,11150403MB1A000362\n";
        byte[] file = ("cf_wsh,cf_xdr_mc,cf_jdrq,cf_sy,cf_sjlydm\n" + row).getBytes(UTF_8);
        Reply received = upload("market-reporter", "a.csv", file, null);
        done("market-reporter", received);

        assertThat(errors(rows("market-reporter", received, "REFUSED").getFirst()))
                .contains("cf_sy FORBIDDEN_DATA");
        assertThat(new String(
                        download("market-reporter", BATCHES + "/" + received.text("/id") + "/corrections"), UTF_8))
                .contains("元罚〔2026〕9号", Redaction.REMOVED)
                .doesNotContain("七七七级");
    }

    @Test
    void aCorrectionFileKeepsDatesWithATimeErrorsAndFormulasAsTheyWere() throws IOException {
        var file = new ByteArrayOutputStream();
        try (TableWriter table = TableWriter.xlsx(file)) {
            table.row(Stream.of("cf_wsh", "cf_xdr_mc", "cf_jdrq", "cf_yxq", "cf_sy", "bz", "cf_sjlydm")
                    .map(Cell::text)
                    .toList());
            table.row(List.of(
                    new Cell(Cell.Kind.DATE, "2026-01-05"),
                    Cell.text("元宝山示例有限公司"),
                    new Cell(Cell.Kind.DATE, "2026-01-05 10:30:00"),
                    new Cell(Cell.Kind.DATE, "2027-01-05"),
                    new Cell(Cell.Kind.LOST, "#N/A"),
                    new Cell(Cell.Kind.LOST, ""),
                    Cell.text("11150403MB1A000362")));
        }
        Reply received = upload("market-reporter", "a.xlsx", file.toByteArray(), null);
        done("market-reporter", received);
        List<String> refused = errors(rows("market-reporter", received, null).getFirst());
        assertThat(refused)
                .contains("cf_wsh FORMAT", "cf_sy FORMAT", "bz FORMAT")
                .noneMatch(error -> error.startsWith("cf_jdrq") || error.startsWith("cf_yxq"));

        byte[] corrections = download("market-reporter", BATCHES + "/" + received.text("/id") + "/corrections");
        Reply again = upload("market-reporter", "b.xlsx", corrections, null);
        done("market-reporter", again);

        assertThat(errors(rows("market-reporter", again, null).getFirst())).isEqualTo(refused);
    }

    @Test
    void aListOfRecordsIsABatchToo() {
        String list = "["
                + Bodies.json("{}")
                        .put("number", Bodies.number())
                        .put("item", "XYGS-CF")
                        .put("decidedOn", "x") + ", 7]";
        Reply received = post("sys-market", BATCHES, null, list);
        assertThat(received.status()).isEqualTo(202);

        Reply done = done("sys-market", received);

        assertThat(done.body().at("/rows").asInt()).isEqualTo(2);
        assertThat(done.body().at("/refused").asInt()).isEqualTo(2);
        List<JsonNode> rows = rows("sys-market", received, "REFUSED");
        assertThat(errors(rows.getFirst())).contains("decidedOn FORMAT", "subject REQUIRED");
        assertThat(errors(rows.getLast())).containsExactly(" FORMAT");
        JsonNode corrections =
                json(new String(download("sys-market", BATCHES + "/" + received.text("/id") + "/corrections"), UTF_8));
        assertThat(corrections.at("/0/jc_row").asInt()).isEqualTo(1);
    }

    @Test
    void anotherDepartmentsRowIsNotYours() {
        Reply received = upload("market-reporter", "a.csv", Samples.renumbered("之四"), null);
        done("market-reporter", received);

        List<JsonNode> rows = rows("market-reporter", received, "REFUSED");

        assertThat(errors(rows.getFirst())).as("a row of the emergency bureau").contains("cf_sjlydm NOT_YOURS");
    }

    @Test
    void nothingOfAnUploadStandsInTheDatabaseInTheOpenX4() {
        Reply received = upload("drc-office", "a.csv", Samples.renumbered("之五"), null);
        done("drc-office", received);

        for (String collection : List.of(BatchStore.COLLECTION, BatchStore.ROWS, UploadStore.COLLECTION)) {
            mongo.getCollection(collection)
                    .find()
                    .forEach(document -> assertThat(document.toString()).doesNotContain("999999"));
        }
    }

    @Test
    void aFileOfColumnsThatNobodyKnowsIsRefusedWhole() {
        Reply received = upload("market-reporter", "x.csv", "cf_wsh,cf_xdr_mc,cf_blood\n1,2,3\n".getBytes(UTF_8), null);

        Reply failed = done("market-reporter", received);

        assertThat(failed.text("/state")).isEqualTo("FAILED");
        assertThat(failed.errors()).containsExactly("cf_blood UNKNOWN_FIELD");
        assertThat(rows("market-reporter", received, null)).isEmpty();
        assertThat(get("drc-supervisor", "/api/collection/quality?dept=market")
                        .body()
                        .at("/content/0/refusedFiles")
                        .asInt())
                .isPositive();
        assertThat(get("tax-reporter", BATCHES + "/" + received.text("/id")).status())
                .isEqualTo(404);
    }

    @Test
    void whatIsNoUploadIsRefusedAtOnce() {
        assertThat(post("market-reporter", BATCHES, Bodies.json("{}")).status()).isEqualTo(400);
        assertThat(post("market-reporter", BATCHES, null, "[{}").status()).isEqualTo(400);
        assertThat(upload("market-reporter", "x.csv", "cf_wsh\n".getBytes(UTF_8), "EXTRAORDINARY")
                        .errors())
                .containsExactly("procedure UNKNOWN_CODE");
        assertThat(upload("market-implementer", "x.csv", "cf_wsh\n".getBytes(UTF_8), null)
                        .status())
                .isEqualTo(403);
    }
}
