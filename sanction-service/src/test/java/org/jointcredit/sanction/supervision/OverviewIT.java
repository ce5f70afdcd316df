package org.jointcredit.sanction.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** V1: the overview is equal to a recount, whatever happened and whoever died meanwhile. */
class OverviewIT extends RunningSupervision {

    private static final Set<String> BY_KAFKA = Set.of("market", "trading", "finance");
    private static final List<String> COMMANDS = List.of("receipt", "execution", "pause", "release", "undoing");
    private static final List<String> TYPES = List.of(
            EventTypes.NOTICE_RECEIVED,
            EventTypes.NOTICE_EXECUTED,
            EventTypes.NOTICE_DECLINED,
            EventTypes.NOTICE_PAUSED,
            EventTypes.NOTICE_RELEASED,
            EventTypes.NOTICE_UNDONE);

    @Autowired
    private FigureStore figures;

    @Autowired
    private Recount recount;

    @Test
    void afterARandomStreamOfReportsTheOverviewIsAnIndependentCount() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<ListingFact> facts = List.of(
                listed("SEVERE-FIRE", "LIFE_AND_HEALTH"),
                listed("SEVERE-PYRAMID", "MARKET_ORDER"),
                listed("SEVERE-FIRE", "LIFE_AND_HEALTH"));
        List<JsonNode> notices = facts.stream()
                .flatMap(fact -> notices("drc-auditor", "?listing=" + fact.listing()).stream())
                .toList();
        Map<String, KafkaProducer<String, byte[]>> producers = new HashMap<>();
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            var over = new AtomicBoolean();
            List<Future<?>> folders = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                folders.add(others.submit(() -> foldUntil(over)));
            }
            for (int i = 0; i < 150; i++) {
                var notice = notices.get(random.nextInt(notices.size()));
                String id = notice.path("id").asString();
                String agency = notice.path("agency").asString();
                if (BY_KAFKA.contains(agency)) {
                    producers
                            .computeIfAbsent(agency, code -> SYSTEM.producer("sys-" + code))
                            .send(message(agency, id, TYPES.get(random.nextInt(TYPES.size()))));
                } else {
                    report("sys-" + agency, id, COMMANDS.get(random.nextInt(COMMANDS.size())), "{\"by\":\"张办事\"}");
                }
                if (i % 20 == 10) {
                    folders.removeFirst().cancel(true);
                    folders.add(others.submit(() -> foldUntil(over)));
                }
                if (i == 75) {
                    trigger(facts().ended(facts.getFirst(), EndingReason.EXIT), 2);
                    trigger(facts().ended(facts.getLast(), EndingReason.REVOKED), 2);
                }
            }
            over.set(true);
        } finally {
            producers.values().forEach(KafkaProducer::close);
        }
        equalsAnIndependentCount("drc-supervisor", "", "seed " + seed);
        equalsAnIndependentCount("drc-auditor", "?listType=SEVERE-FIRE", "seed " + seed);
        equalsAnIndependentCount("trading-implementer", "?agency=trading", "seed " + seed);
        var outcome = recount.run(false);
        assertThat(outcome.equal()).as("seed " + seed + ": " + outcome).isTrue();
    }

    private static ProducerRecord<String, byte[]> message(String agency, String notice, String type) {
        String value = "{\"notice\":\"" + notice + "\",\"by\":\"张办事\",\"reason\":\"无条件执行\"}";
        var record = new ProducerRecord<>(Topics.feedback(agency), notice, value.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        CloudEvents.SPEC_VERSION,
                        "1.0",
                        CloudEvents.ID,
                        UUID.randomUUID().toString(),
                        CloudEvents.SOURCE,
                        "urn:test:" + agency,
                        CloudEvents.TYPE,
                        type)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** Another instance, which is stopped in the middle now and then. */
    private void foldUntil(AtomicBoolean over) {
        while (!over.get() && !Thread.currentThread().isInterrupted()) {
            try {
                figures.fold();
            } catch (RuntimeException _) {
                // the other one was faster, or this one is interrupted
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void equalsAnIndependentCount(String who, String query, String seed) {
        for (int attempt = 0; ; attempt++) {
            List<JsonNode> before = notices(who, query);
            JsonNode overview = overview(who, query);
            List<JsonNode> after = notices(who, query);
            if (before.equals(after)) {
                compare(overview, after.stream().filter(this::wasIssued).toList(), seed);
                return;
            }
            // reports were still on their way
            assertThat(attempt).isLessThan(50);
        }
    }

    private void compare(JsonNode overview, List<JsonNode> notices, String seed) {
        String today = clock.today().toString();
        assertThat(overview.path("total").asInt()).as(seed).isEqualTo(notices.size());
        for (Legal legal : Legal.values()) {
            assertThat(overview.path("byLegal").path(legal.name()).asInt())
                    .as(seed)
                    .isEqualTo(having(notices, "legal", legal.name()).size());
        }
        for (AgencyState state : AgencyState.values()) {
            assertThat(overview.path("byAgencyState").path(state.name()).asInt())
                    .as(seed)
                    .isEqualTo(having(notices, "agencyState", state.name()).size());
        }
        for (Owes owes : Owes.values()) {
            assertThat(overview.path("byOwes").path(owes.name()).asInt())
                    .as(seed)
                    .isEqualTo(having(notices, "owes", owes.name()).size());
        }
        assertThat(overview.path("overdue").asInt()).as(seed).isEqualTo((int) notices.stream()
                .filter(notice -> !notice.path("agency").asString().equals("bank")
                        || !Set.of("RECEIPT", "EXECUTION")
                                .contains(notice.path("owes").asString()))
                .map(notice -> notice.path("dueNow").asString(""))
                .filter(due -> !due.isEmpty() && due.compareTo(today) < 0)
                .count());
        assertThat(overview.path("flagged").asInt()).as(seed).isEqualTo((int) notices.stream()
                .filter(notice -> !notice.path("flags").isEmpty())
                .count());
        parts(overview, "byAgency", notices, notice -> notice.path("agency").asString(), seed);
        parts(overview, "byMeasure", notices, notice -> notice.path("measure").asString(), seed);
        parts(overview, "byListType", notices, notice -> notice.path("listType").asString(), seed);
        parts(overview, "byMonth", notices, OverviewIT::month, seed);
        parts(
                overview,
                "byAgencyAndMeasure",
                notices,
                notice -> notice.path("agency").asString()
                        + notice.path("measure").asString(),
                seed);
    }

    private static void parts(
            JsonNode overview, String name, List<JsonNode> notices, Function<JsonNode, String> by, String seed) {
        Map<String, String> told = new TreeMap<>();
        overview.path(name)
                .forEach(part -> told.put(
                        part.path("agency").asString("")
                                + part.path("measure").asString("")
                                + part.path("listType").asString("")
                                + part.path("month").asString(""),
                        part.path("count") + " " + part.path("executed") + " " + part.path("declined")));
        Map<String, String> counted = new TreeMap<>();
        notices.stream()
                .collect(Collectors.groupingBy(by))
                .forEach((key, group) -> counted.put(
                        key,
                        group.size() + " "
                                + having(group, "agencyState", "EXECUTED").size() + " "
                                + having(group, "agencyState", "DECLINED").size()));
        assertThat(told).as(seed + " " + name).isEqualTo(counted);
    }

    private static List<JsonNode> having(List<JsonNode> notices, String field, String value) {
        return notices.stream()
                .filter(notice -> notice.path(field).asString().equals(value))
                .toList();
    }

    private boolean wasIssued(JsonNode notice) {
        return !notice.path("issuedAt").isNull();
    }

    private static String month(JsonNode notice) {
        var issued = OffsetDateTime.parse(notice.path("issuedAt").asString()).toInstant();
        return YearMonth.from(LocalDate.ofInstant(issued, BusinessClock.ZONE)).toString();
    }

    @Test
    void timesAreMeasuredFromTheIssueToTheFirstReport() {
        ListingFact fact = listed("SEVERE-LAW", "JUDICIAL");
        var before = overview("drc-auditor", "");
        String notice = notices("drc-auditor", "?agency=trading&listing=" + fact.listing())
                .getFirst()
                .path("id")
                .asString();
        for (String command : List.of("receipt", "receipt", "execution", "pause", "execution")) {
            assertThat(report("trading-implementer", notice, command, "{}")).isEqualTo(200);
        }
        var after = overview("drc-auditor", "");
        for (String time : List.of("timeToReceive", "timeToExecute")) {
            assertThat(after.path(time).path("count").asInt())
                    .isEqualTo(before.path(time).path("count").asInt() + 1);
            assertThat(after.path(time).path("median").asLong()).isBetween(0L, PATIENCE.toSeconds());
        }
    }

    @Test
    void theOverviewIsAtMostFiveSecondsBehind() {
        listed("SEVERE-FIRE", "LIFE_AND_HEALTH");
        for (int i = 0; i < 20; i++) {
            var asOf = OffsetDateTime.parse(get("drc-supervisor", "/api/sanction/supervision/overview")
                    .path("asOf")
                    .asString());
            assertThat(Duration.between(asOf.toInstant(), clock.now())).isLessThan(Duration.ofSeconds(5));
            assertThat(asOf.getOffset().getId()).isEqualTo("+08:00");
        }
    }

    @Test
    void anAgencySeesItsOwnFiguresOnly() {
        listed("SEVERE-FIRE", "LIFE_AND_HEALTH");
        String path = "/api/sanction/supervision/overview";
        var own = overview("trading-implementer", "");
        assertThat(own.path("total").asInt()).isPositive();
        assertThat(own.path("byAgency")).hasSize(1);
        assertThat(own.path("byAgency").get(0).path("agency").asString()).isEqualTo("trading");
        assertThat(status("sys-trading", path + "?agency=trading")).isEqualTo(200);
        assertThat(status("trading-implementer", path + "?agency=market")).isEqualTo(403);
        assertThat(status("market-reporter", path)).isEqualTo(403);
        assertThat(status("drc-office", path)).isEqualTo(403);
        assertThat(status("citizen-li", path)).isEqualTo(403);
        assertThat(status("drc-supervisor", path + "?from=2026-13")).isEqualTo(400);
        assertThat(status("drc-supervisor", path + "?to=11/2026")).isEqualTo(400);
        assertThat(status("drc-supervisor", path + "?from=2026-11&to=2026-10")).isEqualTo(400);
        assertThat(status("drc-supervisor", path + "?agency=nosuch")).isEqualTo(400);
        assertThat(status("drc-supervisor", path + "?measure=S-NOSUCH")).isEqualTo(400);
        assertThat(status("drc-supervisor", path + "?listType=NOSUCH")).isEqualTo(400);
        assertThat(status("drc-supervisor", path + "?listType=SEVERE-CCC")).isEqualTo(200);
        var agencies = get("trading-implementer", "/api/sanction/supervision/agencies");
        assertThat(agencies.path("page").path("totalElements").asInt()).isEqualTo(1);
        assertThat(agencies.path("content").get(0).path("total").asInt())
                .isEqualTo(own.path("total").asInt());
        assertThat(get("drc-auditor", "/api/sanction/supervision/agencies?size=200")
                        .path("content"))
                .hasSize(15);
    }

    @Test
    void whatARecountFindsWrongIsShownAndPutRight() {
        listed("SEVERE-FIRE", "LIFE_AND_HEALTH");
        overview("drc-auditor", "");
        var cell = mongo.getCollection(FigureStore.CELLS)
                .findOneAndUpdate(
                        new org.bson.Document("_id", new org.bson.Document("$regex", "^trading")),
                        new org.bson.Document("$inc", new org.bson.Document("counts.received/7", 3)));
        assertThat(cell).isNotNull();
        var wrong = recount.run(false);
        assertThat(wrong.equal()).isFalse();
        assertThat(wrong.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.agency()).isEqualTo("trading");
            assertThat(difference.counter()).isEqualTo("received/7");
            assertThat(difference.missing()).isEqualTo(-3);
        });
        assertThat(recount.run(true).corrected()).isTrue();
        assertThat(recount.run(false).equal()).isTrue();
    }

    /** A service of a version before there were figures has left notices: they are counted at the next start. */
    @Test
    void noticesFromBeforeAreCountedByARecount() {
        listed("SEVERE-FIRE", "LIFE_AND_HEALTH");
        var before = overview("drc-auditor", "").path("total").asInt();
        mongo.getCollection(FigureStore.CELLS).deleteMany(new org.bson.Document());
        mongo.getCollection("supervision")
                .updateOne(
                        new org.bson.Document("_id", "fold"),
                        new org.bson.Document("$set", new org.bson.Document("built", false)));
        assertThat(recount.run(true).corrected()).isTrue();
        assertThat(recount.run(false).equal()).isTrue();
        assertThat(overview("drc-auditor", "").path("total").asInt()).isEqualTo(before);
    }

    @Test
    void twoReportsOfOneNoticeAtOnceAreBothTaken() throws Exception {
        ListingFact fact = listed("SEVERE-FIRE", "LIFE_AND_HEALTH");
        String notice = notices("drc-auditor", "?agency=trading&listing=" + fact.listing())
                .getFirst()
                .path("id")
                .asString();
        try (ExecutorService officers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> reports = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                reports.add(officers.submit(() -> report("trading-implementer", notice, "execution", "{}")));
            }
            for (Future<Integer> report : reports) {
                assertThat(report.get()).isEqualTo(200);
            }
        }
        assertThat(get("drc-auditor", "/api/sanction/notices/" + notice).path("timeline"))
                .hasSize(9);
    }
}
