package org.jointcredit.benchmark;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.bson.Document;

/// The overview over a year of notices, of all lists and states: copies of what the product stores, put into its own
/// database, and counted by its recount.
final class Overview {
    private static final int BULK = 5_000;
    private static final int QUESTIONS = 200;
    private static final int DAYS = 365;
    private static final List<String> LISTS =
            IntStream.range(0, 20).mapToObj(n -> "SEVERE-" + n).toList();

    private final Bench bench;
    private final Sample sample;
    private final Office office;
    private final int notices;
    private final Random random = new Random(1);

    Overview(Bench bench, Sample sample, Office office, int notices) {
        this.bench = bench;
        this.sample = sample;
        this.office = office;
        this.notices = notices;
    }

    List<Figure> figures() {
        fill();
        long began = System.nanoTime();
        var counted = office.recount().path("notices").asLong();
        double recount = (System.nanoTime() - began) / 1e9;
        while (office.overview("").path("total").asLong() < notices) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
        var times = new ArrayList<Double>();
        for (int i = 0; i < QUESTIONS + QUESTIONS / 4; i++) {
            var question = question();
            long asked = System.nanoTime();
            office.overview(question);
            if (i >= QUESTIONS / 4) {
                times.add((System.nanoTime() - asked) / 1e6);
            }
        }
        var name = "Overview with %,d notices, p".formatted(counted);
        return List.of(
                Figure.told(name + 50, Samples.percentile(times, 50), null, "ms"),
                Figure.atMost(200, name + 95, Samples.percentile(times, 95), null, "ms"),
                Figure.told("Recount of %,d notices".formatted(counted), recount, null, "s"));
    }

    private String question() {
        return switch (random.nextInt(4)) {
            case 0 -> "?listType=" + LISTS.get(random.nextInt(LISTS.size()));
            case 1 -> "?agency=trading";
            case 2 ->
                "?from="
                        + LocalDate.now(ZoneOffset.UTC)
                                .minusMonths(random.nextInt(12))
                                .toString()
                                .substring(0, 7);
            default -> "";
        };
    }

    private void fill() {
        MongoCollection<Document> stored =
                bench.mongo().getDatabase("sanction").getCollection("notices").withWriteConcern(WriteConcern.W1);
        List<Document> bulk = new ArrayList<>();
        for (int made = 0; made < notices; ) {
            var listing = UUID.randomUUID().toString();
            var list = LISTS.get(random.nextInt(LISTS.size()));
            var issued = Instant.now().minusSeconds(random.nextLong(DAYS * 86_400L));
            for (var notice : sample.notices()) {
                if (made++ < notices) {
                    bulk.add(notice(notice.stored(), listing, list, issued));
                }
            }
            if (bulk.size() >= BULK || made >= notices) {
                stored.insertMany(bulk, new InsertManyOptions().ordered(false));
                bulk.clear();
            }
        }
    }

    /// Nearly all are received and executed, a few late or not at all; each thirtieth has ended.
    private Document notice(Document pattern, String listing, String list, Instant issued) {
        var id = pattern.getString("_id");
        var received = issued.plusSeconds(random.nextLong(3 * 86_400));
        var executed = received.plusSeconds(random.nextLong(15 * 86_400));
        int fate = random.nextInt(30);
        var state = fate == 0 ? "NONE" : fate < 3 ? "RECEIVED" : fate == 3 ? "DECLINED" : "EXECUTED";
        boolean isExecuted = state.equals("EXECUTED");
        var owes = fate == 0 ? "RECEIPT" : fate < 3 ? "EXECUTION" : fate == 29 ? "RELEASE" : "NONE";
        var due = LocalDate.ofInstant(issued, ZoneOffset.UTC).plusDays(fate == 29 ? 40 : 14);
        var notice = new Document(pattern);
        notice.remove("journal");
        notice.remove("outbox");
        notice.append("_id", listing + id.substring(id.indexOf(':')))
                .append("action", listing)
                .append("listing", listing)
                .append("listType", list)
                .append("issuedAt", Date.from(issued))
                .append("legal", fate == 29 ? "ENDED" : "IN_FORCE")
                .append("agencyState", state)
                .append("applied", isExecuted)
                .append("outstanding", isExecuted)
                .append("everExecuted", isExecuted)
                .append("receivedAt", fate == 0 ? null : Date.from(received))
                .append("executedAt", isExecuted ? Date.from(executed) : null)
                .append("owes", owes)
                .append("alert", null)
                .append("alertOn", null);
        boolean owing = !owes.equals("NONE");
        return notice.append("dueNow", owing ? due.toString() : null)
                .append(
                        "due",
                        owing ? new Document(pattern.get("due", Document.class)).append("date", due.toString()) : null);
    }
}
