package org.jointcredit.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jointcredit.acceptance.House.FRONT;
import static org.jointcredit.acceptance.House.SYSTEM;
import static org.jointcredit.acceptance.House.eventually;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jointcredit.acceptance.Wire.Seen;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.local.LocalSystem;
import org.jointcredit.local.demo.Invention;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Bad luck while a file is taken in (C2): collection is killed with SIGKILL at moments nobody chose, the database goes
 * away, two files overlap. Every row is answered once, no record is lost or there twice, and each is told once.
 */
class ImportIT {
    private static final String BATCHES = "collection/batches";
    private static final String COLLECTION = "collection";
    private static final int ROWS = Flow.isLong() ? 100_000 : 15_000;
    private static final int KILLS = Flow.isLong() ? 8 : 2;
    private static final Duration OUTAGE = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofMinutes(Flow.isLong() ? 10 : 4);

    private final long seed = Long.getLong("jointcredit.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final String run = House.freshRun();
    private final LocalDate decided = LocalDate.parse(FRONT.today(COLLECTION)).minusDays(3);

    /** One row and what becomes of it. */
    private record Row(String cells, String outcome) {}

    @Test
    void anImportKilledAtAnyMomentAnswersEveryRowOnceAndTellsEachRecordOnce() {
        System.out.println("ImportIT: -Djointcredit.seed=" + seed);
        List<Row> rows = rows(ROWS);
        try (Wire wire = Wire.fromNow(SYSTEM, List.of(Topics.RECORD, Topics.deadLetter(COLLECTION)))) {
            String batch = upload(rows);
            for (int kill = 1; kill <= KILLS; kill++) {
                int moment = random.nextInt(ROWS * (kill - 1) / (KILLS + 1), ROWS * kill / (KILLS + 1));
                eventually(PATIENCE, moment + " rows answered before a kill", () -> answered(batch) >= moment);
                SYSTEM.local().kill(COLLECTION);
                SYSTEM.local().start(COLLECTION);
            }
            everyRowIsAnsweredOnce(batch, rows);
            eachRecordIsToldOnce(wire, batch);
        }
        theFileAgainChangesNothing(rows);
    }

    @Test
    void theDatabaseMayBeAwayInTheMiddleOfAnImport() {
        System.out.println("ImportIT: -Djointcredit.seed=" + seed);
        List<Row> rows = rows(ROWS);
        try (Wire wire = Wire.fromNow(SYSTEM, List.of(Topics.RECORD, Topics.deadLetter(COLLECTION)))) {
            String batch = upload(rows);
            int moment = random.nextInt(ROWS / 2);
            eventually(PATIENCE, moment + " rows answered", () -> answered(batch) >= moment);
            SYSTEM.local().stop(LocalSystem.MONGODB);
            await("the database is away")
                    .pollDelay(OUTAGE)
                    .atMost(OUTAGE.plusSeconds(10))
                    .until(() -> true);
            SYSTEM.local().start(LocalSystem.MONGODB);
            everyRowIsAnsweredOnce(batch, rows);
            eachRecordIsToldOnce(wire, batch);
        }
    }

    @Test
    void filesThatOverlapAreTakenInOnceWhereTheyDo() {
        System.out.println("ImportIT: -Djointcredit.seed=" + seed);
        List<Row> rows = rows(3_000);
        List<Row> first = rows.subList(0, 2_000);
        List<Row> second = rows.subList(1_000, 3_000);
        String one = upload(first);
        String other = upload(second);

        Map<Integer, JsonNode> ofOne = answers(one, first.size());
        Map<Integer, JsonNode> ofOther = answers(other, second.size());

        for (int place = 1_000; place < 2_000; place++) {
            JsonNode here = ofOne.get(place + 1);
            JsonNode there = ofOther.get(place - 1_000 + 1);
            if (rows.get(place).outcome().equals("ACCEPTED")) {
                assertThat(List.of(outcome(here), outcome(there)))
                        .as("seed %d, row %d", seed, place)
                        .containsExactlyInAnyOrder("ACCEPTED", "UNCHANGED");
                assertThat(here.path("id")).isEqualTo(there.path("id"));
            }
        }
        assertThat(accepted(ofOne).size() + accepted(ofOther).size()).isEqualTo((int)
                rows.stream().filter(row -> row.outcome().equals("ACCEPTED")).count());
    }

    private void everyRowIsAnsweredOnce(String batch, List<Row> rows) {
        Map<Integer, JsonNode> answers = answers(batch, rows.size());
        for (int place = 0; place < rows.size(); place++) {
            assertThat(outcome(answers.get(place + 1)))
                    .as("seed %d, row %d", seed, place + 1)
                    .isEqualTo(rows.get(place).outcome());
        }
        JsonNode done = FRONT.get("sys-market", BATCHES + "/" + batch).expect(200);
        assertThat(done.path("accepted").asInt()).isEqualTo(accepted(answers).size());
        assertThat(done.path("accepted").asInt() + done.path("refused").asInt()).isEqualTo(rows.size());
        assertThat(done.path("unchanged").asInt()).isZero();
    }

    private void eachRecordIsToldOnce(Wire wire, String batch) {
        JsonNode done = FRONT.get("sys-market", BATCHES + "/" + batch).expect(200);
        eventually(
                PATIENCE,
                "all records told",
                () -> told(wire).size() >= done.path("accepted").asInt());
        Map<String, Set<String>> told = told(wire);
        assertThat(told.keySet())
                .isEqualTo(accepted(answers(batch, done.path("rows").asInt())));
        assertThat(told.values())
                .as("seed %d: one event a record, however often it was sent", seed)
                .allSatisfy(events -> assertThat(events).hasSize(1));
        assertThat(wire.on(Topics.deadLetter(COLLECTION))).isEmpty();
    }

    /** Record → ids of the events that publish it. */
    private Map<String, Set<String>> told(Wire wire) {
        return wire.on(List.of(Topics.RECORD), event -> event.type().equals(EventTypes.RECORD_PUBLISHED))
                .filter(event -> event.value().path("number").asString().contains(run))
                .collect(groupingBy(Seen::subject, mapping(Seen::id, toSet())));
    }

    private void theFileAgainChangesNothing(List<Row> rows) {
        Map<Integer, JsonNode> answers = answers(upload(rows), rows.size());
        assertThat(accepted(answers)).isEmpty();
        assertThat(answers.values())
                .filteredOn(row -> outcome(row).equals("UNCHANGED"))
                .hasSize((int) rows.stream()
                        .filter(row -> row.outcome().equals("ACCEPTED"))
                        .count());
    }

    /** Once the batch is done: each row's answer, by its number. */
    private Map<Integer, JsonNode> answers(String batch, int rows) {
        eventually(
                PATIENCE,
                "the batch is done",
                () -> FRONT.get("sys-market", BATCHES + "/" + batch)
                        .expect(200)
                        .path("state")
                        .asString()
                        .equals("DONE"));
        List<JsonNode> all = FRONT.all("sys-market", BATCHES + "/" + batch + "/rows");
        Map<Integer, JsonNode> answers = new java.util.HashMap<>();
        all.forEach(row -> answers.put(row.path("row").asInt(), row));
        assertThat(all).as("seed %d: rows answered", seed).hasSize(rows);
        assertThat(answers).as("seed %d: rows answered once", seed).hasSize(rows);
        return answers;
    }

    private static Set<String> accepted(Map<Integer, JsonNode> answers) {
        List<String> ids = answers.values().stream()
                .filter(row -> outcome(row).equals("ACCEPTED"))
                .map(row -> row.path("id").asString())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        return new HashSet<>(ids);
    }

    private static String outcome(JsonNode row) {
        return row.path("outcome").asString();
    }

    private static int answered(String batch) {
        JsonNode now = FRONT.get("sys-market", BATCHES + "/" + batch).expect(200);
        return now.path("accepted").asInt() + now.path("refused").asInt();
    }

    private static String upload(List<Row> rows) {
        var file =
                new StringBuilder("cf_wsh,cf_xdr_mc,cf_xdr_lb,cf_xdr_shxym,cf_wfxw,cf_sy,cf_yj,cf_cflb,cf_nr,cf_nr_fk,"
                        + "cf_jdrq,cf_yxq,cf_cfjg,cf_cfjgdm,cf_sjly,cf_sjlydm\r\n");
        rows.forEach(row -> file.append(row.cells()).append("\r\n"));
        return FRONT.upload("sys-market", BATCHES, file.toString().getBytes(UTF_8))
                .expect(202)
                .path("id")
                .asString();
    }

    private List<Row> rows(int count) {
        List<String> codes =
                IntStream.range(0, 500).mapToObj(_ -> Invention.code(random)).toList();
        List<Row> rows = new ArrayList<>();
        while (rows.size() < count) {
            int number = rows.size();
            String code = codes.get(random.nextInt(codes.size()));
            int luck = random.nextInt(40);
            if (luck == 0) {
                rows.add(new Row(cells(number, spoilt(code)), "REFUSED"));
            } else {
                rows.add(new Row(cells(number, code), "ACCEPTED"));
                if (luck == 1 && rows.size() < count) {
                    rows.add(new Row(cells(number, code), "REFUSED"));
                }
            }
        }
        return rows;
    }

    private static String spoilt(String code) {
        return code.substring(0, 17) + (code.endsWith("0") ? '1' : '0');
    }

    private String cells(int number, String code) {
        String market = "赤峰市元宝山区市场监督管理局,11150403MB1A000362";
        return String.join(
                ",",
                "元市监罚〔2026〕" + run + number + "号",
                "元宝山示例公司" + code.substring(9, 17),
                "法人及非法人组织",
                code,
                "超出许可范围经营",
                "经查，当事人超出许可范围经营。",
                "《中华人民共和国市场主体登记管理条例》第四十六条",
                "罚款",
                "罚款。",
                "1.5",
                decided.toString(),
                "2099-12-31",
                market,
                market);
    }
}
