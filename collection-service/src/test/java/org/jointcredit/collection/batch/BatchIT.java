package org.jointcredit.collection.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.jointcredit.collection.Bodies;
import org.jointcredit.collection.RunningCollection;
import org.jointcredit.collection.batch.Samples.Expected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files and lists of records over REST, as departments and the credit office send them (C2, C5; interfaces: files). */
class BatchIT extends RunningCollection {
    private static final String BATCHES = "/api/collection/batches";

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

        Reply again = upload("drc-office", file, Samples.bytes(file), null);
        Reply unchanged = done("drc-office", again);
        assertThat(unchanged.body().at("/accepted").asInt()).isZero();
        assertThat(unchanged.body().at("/unchanged").asInt())
                .isEqualTo(done.body().at("/accepted").asInt());
        assertThat(unchanged.body().at("/refused").asInt())
                .isEqualTo(done.body().at("/refused").asInt());
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
    void aFileOfColumnsThatNobodyKnowsIsRefusedWhole() {
        Reply received = upload("market-reporter", "x.csv", "cf_wsh,cf_xdr_mc,cf_blood\n1,2,3\n".getBytes(UTF_8), null);

        Reply failed = done("market-reporter", received);

        assertThat(failed.text("/state")).isEqualTo("FAILED");
        assertThat(failed.errors()).containsExactly("cf_blood UNKNOWN_FIELD");
        assertThat(rows("market-reporter", received, null)).isEmpty();
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
