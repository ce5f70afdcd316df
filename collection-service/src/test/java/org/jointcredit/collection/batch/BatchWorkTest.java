package org.jointcredit.collection.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jointcredit.collection.Bodies;
import org.jointcredit.collection.Fixtures;
import org.jointcredit.collection.batch.Batch.Counts;
import org.jointcredit.collection.catalogue.FileLayouts;
import org.jointcredit.collection.catalogue.ForbiddenData;
import org.jointcredit.collection.record.RecordAnswer;
import org.jointcredit.collection.record.RecordSubmissions.Submission;
import org.jointcredit.collection.record.RecordSubmissions.Whose;
import org.jointcredit.collection.submission.Refusal;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.collection.table.Bytes;
import org.jointcredit.collection.table.Line;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.law.Departments;
import org.junit.jupiter.api.Test;

/** Rows become records, and each gets its answer (C2; interfaces: files). */
class BatchWorkTest {
    private static final String HEADING = "cf_wsh,cf_xdr_lb,cf_xdr_shxym,cf_xdr_zjhm,cf_jdrq,cf_nr_fk,cf_cfjgdm\n";

    private final List<Submission> submitted = new ArrayList<>();
    private final Map<Integer, AnsweredRow> rows = new TreeMap<>();
    private Batch batch = new Batch(
            "b",
            new Sender("market", "sys-market", true, false, null),
            null,
            0,
            Fixtures.NOW,
            BatchState.RUNNING,
            BatchKind.CSV,
            "penalties-2021",
            List.of(),
            0,
            Counts.NONE,
            0,
            List.of(),
            null);

    /** Takes what has a number that is a text. */
    private List<RecordAnswer> answer(List<Submission> submissions) {
        submitted.addAll(submissions);
        return submissions.stream()
                .<RecordAnswer>map(submission -> {
                    if (submission.body().path("number").asString("").equals("已删除")) {
                        return RecordAnswer.refused(Refusal.WRONG_STATE);
                    }
                    var fine = submission.body().path("number").isString()
                            && submission.body().path("fields").valueStream().allMatch(node -> node.isString());
                    return fine
                            ? new RecordAnswer.Taken("r", false, List.of())
                            : new RecordAnswer.Refused(
                                    Refusal.INVALID,
                                    List.of(
                                            new FieldError("fields.cf_nr_fk", ErrorCode.FORMAT),
                                            new FieldError("subject.code", ErrorCode.REQUIRED),
                                            new FieldError("fields.cf_xdr_shxym", ErrorCode.REQUIRED)));
                })
                .toList();
    }

    private Whose whose(Submission submission) {
        return new Whose(
                "market", List.of("print of " + submission.body().path("number").asString()));
    }

    private void work(String csv, int stopAfter) {
        int[] kept = {0};
        try (var work = new BatchWork(
                batch,
                this::answer,
                this::whose,
                new Redaction(ForbiddenData.shipped()),
                Fixtures.NOW,
                (now, answered) -> {
                    batch = now;
                    answered.forEach(row -> rows.put(row.row(), row));
                    kept[0]++;
                },
                () -> kept[0] >= stopAfter)) {
            List<Line> lines = Bytes.read(csv.getBytes(UTF_8));
            Heading heading =
                    Heading.read(lines.getFirst(), FileLayouts.shipped().inForce(Fixtures.TODAY));
            var reader = new RowReader(heading, Departments.load().all(), false, null);
            lines.stream().skip(1).forEach(line -> work.line(line, heading, reader, true));
            work.finish();
        }
    }

    private String outcome(int row) {
        AnsweredRow answered = rows.get(row);
        return answered == null
                ? "none"
                : answered.outcome() + " "
                        + answered.errors().stream()
                                .map(error -> error.field() + " " + error.code())
                                .toList();
    }

    @Test
    void aRowBecomesARecord() {
        work(
                HEADING + "元罚〔2026〕1号,法人及非法人组织,91150403fake000800,,2026/1/5,1.5,11150403MB1A000362\n"
                        + "2,自然人,,999999199001010008,20260105,,11150403MB1A000362\n",
                9);

        var company = submitted.getFirst().body();
        assertThat(company.at("/number").asString()).isEqualTo("元罚〔2026〕1号");
        assertThat(company.at("/item").asString()).isEqualTo("XYGS-CF");
        assertThat(company.at("/subject/kind").asString()).isEqualTo("ORGANISATION");
        assertThat(company.at("/subject/code").asString()).isEqualTo("91150403FAKE000800");
        assertThat(company.at("/decidedOn").asString()).isEqualTo("2026-01-05");
        assertThat(company.at("/fields/cf_nr_fk").asString()).isEqualTo("15000");
        assertThat(company.at("/fields/cf_yxq").asString("-"))
                .as("a column left out")
                .isEmpty();
        var person = submitted.get(1).body();
        assertThat(person.at("/subject/kind").asString()).isEqualTo("PERSON");
        assertThat(person.at("/subject/idNumber").asString()).isEqualTo("999999199001010008");
        assertThat(batch.counts()).isEqualTo(new Counts(0, 2, 0, 0, Map.of()));
    }

    @Test
    void whatCouldNotBeReadIsToldWithAllElseAndOnce() {
        work(HEADING + "1,法人及非法人组织,,,2026-02-30,\"1,000\",x\n", 9);

        assertThat(outcome(1)).isEqualTo("REFUSED [cf_jdrq FORMAT, cf_nr_fk FORMAT, cf_xdr_shxym REQUIRED]");
        assertThat(Objects.requireNonNull(rows.get(1)).content())
                .isEqualTo("[\"1\",\"法人及非法人组织\",\"\",\"\",\"2026-02-30\",\"1,000\",\"x\"]");
    }

    @Test
    void whatMustNotBeCollectedIsNotKeptOfARefusedRowWhateverItWasRefusedForC3() {
        work(
                HEADING
                        + "病史：高血压,法人及非法人组织,,,2026-02-30,,x\n"
                        + "2,法人及非法人组织,患有乙肝\n"
                        + "3,自然人,,名下房产三套,2026-02-30,,x\n"
                        + "4,法人及非法人组织,名下房产三套,,2026-02-30,,x\n",
                9);

        assertThat(rows.values())
                .extracting(AnsweredRow::content)
                .containsExactly(
                        "[\"〔不得归集已删除〕\",\"法人及非法人组织\",\"\",\"\",\"2026-02-30\",\"\",\"x\"]",
                        "[\"2\",\"法人及非法人组织\",\"〔不得归集已删除〕\"]",
                        "[\"3\",\"自然人\",\"\",\"〔不得归集已删除〕\",\"2026-02-30\",\"\",\"x\"]",
                        "[\"4\",\"法人及非法人组织\",\"名下房产三套\",\"\",\"2026-02-30\",\"\",\"x\"]");
    }

    @Test
    void norOfARefusedElementOfAList() {
        var redaction = new Redaction(ForbiddenData.shipped());
        var element = Bodies.json("""
            {"subject": {"kind": "PERSON", "name": "血型：A型"}, "blood_type": 7,
             "fields": {"bz": "存款：无", "cf_sy": "事实清楚", "x": [{"y": "HIV阳性"}], "病史": {"z": "1"}, "患有乙肝": "1"}}
            """);

        assertThat(redaction.of(element))
                .as("what stands there instead is refused again")
                .isEqualTo(Bodies.json(
                        """
                        {"subject": {"kind": "PERSON", "name": "R"}, "blood_type": "R",
                         "fields": {"bz": "R", "cf_sy": "事实清楚", "x": [{"y": "R"}], "病史": "R", "R": "1"}}
                        """.replace("R", Redaction.REMOVED).replace("PE" + Redaction.REMOVED + "SON", "PERSON")));
        assertThat(redaction
                        .of(Bodies.with(element, body -> body.putObject("consent")))
                        .at("/fields/bz")
                        .asString())
                .isEqualTo("存款：无");
    }

    @Test
    void theSameDecisionASecondTimeInOneFileIsADuplicateHoweverItIsWritten() {
        String one = "元罚〔2026〕1号,法人及非法人组织,91150403FAKE000800,,2026-01-05,,X\n";
        work(
                HEADING
                        + one
                        + one.replace("〔2026〕", "[2026] ")
                        + one.replace("1号", "1-1号")
                        + one.replace("91150403FAKE000800", "91150403FAKE00267Y")
                        + one.replace(",X", ",Y"),
                9);

        assertThat(outcome(1)).isEqualTo("ACCEPTED []");
        assertThat(outcome(2)).isEqualTo("REFUSED [cf_wsh DUPLICATE]");
        assertThat(outcome(3)).isEqualTo("ACCEPTED []");
        assertThat(outcome(4)).isEqualTo("ACCEPTED []");
        assertThat(outcome(5)).isEqualTo("ACCEPTED []");
    }

    @Test
    void aRefusedRowKnowsItsRecordAndNothingIsKeptOfOneThatWasErasedX3() {
        String one = "一,法人及非法人组织,91150403FAKE000800,,2026-01-05,,X\n";
        work(HEADING + one + one + one.replace("一,", "已删除,") + "短\n", 9);

        AnsweredRow twin = Objects.requireNonNull(rows.get(2));
        assertThat(twin.prints()).containsExactly("print of 一");
        assertThat(twin.content()).contains("91150403FAKE000800");
        AnsweredRow erased = Objects.requireNonNull(rows.get(3));
        assertThat(erased.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(erased.content()).isNull();
        assertThat(Objects.requireNonNull(rows.get(4)).whose())
                .as("nobody can tell which record it is about")
                .isEqualTo(new Whose("market", List.of()));
    }

    @Test
    void aRowWithMoreOrFewerCellsIsRefusedAndEmptyOnesKeepTheirNumber() {
        work(HEADING + "1,法人及非法人组织,91150403FAKE000800,,2026-01-05,,X,更多\n\n2,自然人\n", 9);

        assertThat(outcome(1)).isEqualTo("REFUSED [ FORMAT]");
        assertThat(outcome(2)).isEqualTo("none");
        assertThat(outcome(3)).isEqualTo("REFUSED [ FORMAT]");
    }

    @Test
    void whoTakesOverGoesOnAfterTheLastAnswerAndKnowsWhatTheFileHadBefore() {
        var csv = new StringBuilder(HEADING);
        for (int i = 0; i < 1_200; i++) {
            csv.append(i % 600).append(",法人及非法人组织,91150403FAKE000800,,2026-01-05,,X\n");
        }
        assertThatThrownBy(() -> work(csv.toString(), 1)).isInstanceOf(BatchWork.Stopped.class);
        assertThat(batch.done()).isEqualTo(500);

        work(csv.toString(), 9);

        assertThat(submitted).hasSize(600);
        assertThat(rows).hasSize(1_200);
        assertThat(batch.counts()).isEqualTo(new Counts(0, 600, 600, 0, Map.of("market", 600)));
        assertThat(outcome(601)).isEqualTo("REFUSED [cf_wsh DUPLICATE]");
    }
}
