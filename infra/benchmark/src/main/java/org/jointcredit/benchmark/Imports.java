package org.jointcredit.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.model.Filters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bson.Document;
import org.dhatim.fastexcel.Workbook;

/// Files of penalties → records, rows a second from the upload to the last answered row, beside raw bulk inserts of the
/// same documents.
final class Imports {
    private static final int ROUNDS = 3;
    private static final int ROWS = 10_000;
    private static final String MARKET = "赤峰市元宝山区市场监督管理局";
    private static final String MARKETS_CODE = "11150403MB1A000362";
    private static final List<String> COLUMNS = List.of(
            "cf_xdr_mc",
            "cf_xdr_lb",
            "cf_xdr_shxym",
            "cf_wsh",
            "cf_wfxw",
            "cf_sy",
            "cf_yj",
            "cf_cflb",
            "cf_nr",
            "cf_nr_fk",
            "cf_jdrq",
            "cf_yxq",
            "cf_gsjzq",
            "cf_cfjg",
            "cf_cfjgdm",
            "cf_sjly",
            "cf_sjlydm");

    private final Bench bench;
    private final Door door;
    private final Organisations organisations = new Organisations(2);
    private final Floor floor;

    Imports(Bench bench) {
        this.bench = bench;
        this.door = new Door(bench.system(), "collection");
        this.floor = new Floor(bench, "collection", "records");
    }

    List<Figure> figures() {
        return List.of(compared("CSV", "csv", Imports::csv), compared("XLSX", "xlsx", Imports::xlsx));
    }

    private Figure compared(String kind, String ending, Function<List<List<String>>, byte[]> file) {
        product("warming." + ending, file.apply(rows()));
        var products = new ArrayList<Double>();
        var baselines = new ArrayList<Double>();
        for (int round = 1; round <= ROUNDS; round++) {
            long began = System.nanoTime();
            var batch = product("rows." + ending, file.apply(rows()));
            products.add(ROWS / ((System.nanoTime() - began) / 1e9));
            baselines.add(baseline(batch));
            System.out.printf(
                    "%s, round %d: %,.0f rows/s, baseline %,.0f%n",
                    kind, round, products.getLast(), baselines.getLast());
        }
        return Figure.ratioAtLeast(
                0.3,
                "%s of %,d rows → records".formatted(kind, ROWS),
                Samples.median(products),
                Samples.median(baselines),
                "rows/s");
    }

    /// @return id of the batch, which is done
    private String product(String name, byte[] file) {
        var boundary = "rows";
        var head = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, name);
        var sent = door.ask(
                "sys-market",
                "/api/collection/batches",
                request -> request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.concat(
                                BodyPublishers.ofString(head),
                                BodyPublishers.ofByteArray(file),
                                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
        var id = sent.path("id").asString();
        var batch = sent;
        while (!batch.path("state").asString().matches("DONE|FAILED")) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            batch = door.ask("sys-market", "/api/collection/batches/" + id, request -> request);
        }
        if (batch.path("accepted").asInt() != ROWS) {
            throw new IllegalStateException("not all rows were accepted: " + batch);
        }
        return id;
    }

    private double baseline(String batch) {
        var stored = bench.mongo()
                .getDatabase("collection")
                .getCollection("records")
                .find(Filters.eq("origin.batch", batch))
                .into(new ArrayList<Document>());
        if (stored.size() != ROWS) {
            throw new IllegalStateException(stored.size() + " records of the batch were found");
        }
        long began = System.nanoTime();
        floor.insert(stored);
        double rate = ROWS / ((System.nanoTime() - began) / 1e9);
        floor.empty();
        return rate;
    }

    private List<List<String>> rows() {
        var file = UUID.randomUUID().toString().substring(0, 8);
        return IntStream.range(0, ROWS).mapToObj(row -> row(file, row)).toList();
    }

    private List<String> row(String file, int row) {
        var company = organisations.next();
        return List.of(
                company.name(),
                "法人及非法人组织",
                company.code(),
                "元市监罚〔2026〕" + file + row + "号",
                "超出许可范围经营",
                "经查，当事人超出许可范围经营，事实清楚。",
                "《中华人民共和国市场主体登记管理条例》第四十六条",
                "罚款",
                "罚款。",
                "1.5",
                "2026-09-19",
                "2099-12-31",
                "2029-09-19",
                MARKET,
                MARKETS_CODE,
                MARKET,
                MARKETS_CODE);
    }

    private static byte[] csv(List<List<String>> rows) {
        var text = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        rows.forEach(row -> text.append(String.join(",", row)).append("\r\n"));
        return text.toString().getBytes(UTF_8);
    }

    private static byte[] xlsx(List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "benchmark", "1.0")) {
            var sheet = workbook.newWorksheet("Sheet1");
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, COLUMNS.get(column));
                for (int row = 0; row < rows.size(); row++) {
                    sheet.value(row + 1, column, rows.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
