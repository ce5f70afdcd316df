package org.jointcredit.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jointcredit.acceptance.House.FRONT;
import static org.jointcredit.acceptance.House.SYSTEM;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.awaitility.core.ThrowingRunnable;
import org.jointcredit.acceptance.Wire.Seen;
import org.jointcredit.contract.event.EventTypes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the people of the story of remedies do and see, through the gateway. Each waits for what the one before brought
 * about, and asks again as long as a service is away.
 */
final class Story implements AutoCloseable {
    /** Stands for whom the demonstration people log in. */
    private static final String COMPANY = "91150403FAKE000800";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String MARKET = "赤峰市元宝山区市场监督管理局,11150403MB1A000362";

    private final String run = House.freshRun();
    private final Invented invented = new Invented(run.hashCode());
    private final LocalDate today = LocalDate.parse(FRONT.today("collection"));
    private final Wire wire = Wire.fromNow(SYSTEM, House.EVERYTHING);
    private final Patient patient;

    Story(Runnable moment) {
        this.patient = new Patient(FRONT, moment);
    }

    /** A company of which nobody has heard before. */
    record Company(String code, String name) {
        ObjectNode subject() {
            return Front.JSON
                    .createObjectNode()
                    .put("kind", "ORGANISATION")
                    .put("code", code)
                    .put("name", name);
        }
    }

    Company company() {
        var code = invented.code();
        return new Company(code, "元宝山故事" + code.substring(9) + "有限公司");
    }

    /** From now on it is this one for which the company's agent logs in. */
    void agentOf(Company company) {
        SYSTEM.local()
                .setSubject(
                        "company-agent",
                        patient.create("svc-disclosure", "collection/subjects", company.subject())
                                .path("id")
                                .asString());
        FRONT.forget("company-agent");
    }

    /** One row for each company, in a file of the market bureau; the ids of the records in this order. */
    List<String> penalties(Company... punished) {
        var rows =
                new StringBuilder("cf_xdr_mc,cf_xdr_lb,cf_xdr_shxym,cf_wsh,cf_wfxw,cf_sy,cf_yj,cf_cflb,cf_nr,cf_nr_fk,"
                        + "cf_jdrq,cf_yxq,cf_gsjzq,cf_cfjg,cf_cfjgdm,cf_sjly,cf_sjlydm\r\n");
        for (int i = 0; i < punished.length; i++) {
            rows.append(String.join(
                            ",",
                            punished[i].name(),
                            "法人及非法人组织",
                            punished[i].code(),
                            "元市监罚〔2026〕" + run + i + "号",
                            "生产经营标签不合格食品",
                            "经查，当事人经营的食品标签不合格，事实清楚。",
                            "《中华人民共和国食品安全法》第一百二十五条",
                            "罚款",
                            "罚款三万元。",
                            "3.00",
                            today.minusDays(5).toString(),
                            "2099-12-31",
                            today.minusDays(5).plusYears(3).toString(),
                            MARKET,
                            MARKET))
                    .append("\r\n");
        }
        var batch = patient.upload(
                "sys-market", "collection/batches", rows.toString().getBytes(UTF_8));
        var id = batch.path("id").asString();
        eventually(
                "the file",
                () -> assertThat(patient.get("sys-market", "collection/batches/" + id)
                                .path("state")
                                .asString())
                        .isEqualTo("DONE"));
        var records = new HashMap<Integer, String>();
        patient.get("sys-market", "collection/batches/" + id + "/rows?size=200")
                .path("content")
                .forEach(row -> {
                    assertThat(row.path("outcome").asString())
                            .as(row.toString())
                            .isIn("ACCEPTED", "UNCHANGED");
                    records.put(row.path("row").asInt(), row.path("id").asString());
                });
        var inOrder = new ArrayList<String>();
        for (int i = 0; i < punished.length; i++) {
            inOrder.add(records.get(i + 1));
        }
        return inOrder;
    }

    /** A listing, and what it must set off. */
    record Listed(String id, Set<String> agencies, int size) {}

    /** Returns once every agency has its notices. */
    Listed listed(String number, String type, Company company, String... basedOn) {
        var listing = invented.listing(run + number, type);
        listing.set("subject", company.subject());
        var bases = listing.putArray("basedOn");
        List.of(basedOn).forEach(bases::add);
        var expected = LawCodes.notices(listing);
        var id = patient.create("sys-market", "collection/listings", listing)
                .path("id")
                .asString();
        eventually(
                "every notice issued",
                () -> assertThat(told(id, EventTypes.NOTICE_ISSUED)).hasSize(expected.size()));
        return new Listed(id, expected.stream().map(LawCodes.Expected::agency).collect(toSet()), expected.size());
    }

    List<JsonNode> notices(Listed listed) {
        var found = new ArrayList<JsonNode>();
        patient.get("drc-supervisor", "sanction/notices?size=200&listing=" + listed.id())
                .path("content")
                .forEach(found::add);
        return found;
    }

    /** The one notice of this measure at this agency. */
    String notice(Listed listed, String measure, String agency) {
        return notices(listed).stream()
                .filter(notice -> notice.path("measure").asString().equals(measure)
                        && notice.path("agency").asString().equals(agency))
                .map(notice -> notice.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    /** @param what {@code execution}, {@code pause}, {@code undoing} … */
    void reports(String agency, String notice, String what) {
        patient.command(
                agency + "-implementer",
                "sanction/notices/" + notice + "/" + what,
                Front.JSON.createObjectNode().put("outcome", "已办理"));
    }

    /** Whether the trading centre, asked at this moment, may let it bid. */
    boolean mayBid(Company company) {
        var question = Front.JSON
                .createObjectNode()
                .put("scene", "BIDDING")
                .put("item", "示例项目" + run)
                .put("stage", "DECISION");
        question.set("subject", company.subject());
        var answer = patient.create("trading-implementer", "sanction/checks", question);
        return !answer.path("hit").asBoolean();
    }

    /** An organ looks it up, and says what for. */
    String lookedUpBy(String officer, Company company) {
        var matter = "元市监查〔2026〕" + run + "号";
        var question =
                Front.JSON.createObjectNode().put("purpose", "INSPECTION").put("matter", matter);
        question.set("subject", company.subject());
        patient.create(officer, "disclosure/queries", question);
        return matter;
    }

    JsonNode agentReads(String path) {
        return patient.get("company-agent", path);
    }

    /** What the company reads of itself: the record or listing of this id. */
    JsonNode agentReads(String part, String id) {
        return entry(agentReads("disclosure/me?size=200").at("/" + part + "/content"), id);
    }

    /** What everybody reads of a company: the record or listing of this id; missing where it is not public. */
    JsonNode everybodyReads(String subject, String part, String id) {
        return entry(
                patient.get(Front.NOBODY, "disclosure/public/subjects/" + subject + "?size=200")
                        .at("/" + part + "/content"),
                id);
    }

    private static JsonNode entry(JsonNode content, String id) {
        return content.valueStream()
                .filter(entry -> entry.path("id").asString().equals(id))
                .findFirst()
                .orElseGet(tools.jackson.databind.node.MissingNode::getInstance);
    }

    static List<String> marks(JsonNode entry) {
        return entry.path("marks")
                .valueStream()
                .map(mark -> mark.path("mark").asString())
                .toList();
    }

    /** @param kind {@code objections}, {@code repairs}, {@code exits} */
    record Opened(String kind, String id, JsonNode answer) {
        String path() {
            return "objection/" + kind + "/" + id;
        }
    }

    /** @param against {@code LISTING} or {@code RECORD} */
    Opened objectsTo(String against, String id) {
        var objection = Front.JSON.createObjectNode().put("claim", "WRONG").put("statement", "决定书所述并非我公司行为。");
        objection.putObject("against").put("kind", against).put("id", id);
        objection.putArray("evidence");
        return opened("objections", "objection-" + id, objection);
    }

    Opened asksForRepair(String record) {
        var repair = Front.JSON.createObjectNode().put("record", record).put("grounds", "已缴清罚款，完成整改。");
        repair.putArray("proofs");
        return opened("repairs", "repair", repair);
    }

    Opened asksForExit(Listed listed) {
        var exit = Front.JSON.createObjectNode().put("listing", listed.id()).put("grounds", "已纠正失信行为，消除不良影响。");
        exit.putArray("proofs");
        return opened("exits", "exit", exit);
    }

    private Opened opened(String kind, String key, ObjectNode body) {
        var answer = patient.create("company-agent", "objection/" + kind, body, "Idempotency-Key", run + key);
        return new Opened(kind, answer.path("id").asString(), answer);
    }

    /** @param finding {@code CONFIRMED} or {@code WRONG} */
    void verifies(String officer, Opened objection, String finding) {
        patient.command(
                officer,
                objection.path() + "/verification",
                Front.JSON.createObjectNode().put("finding", finding).put("statement", "经核查，情况如上。"));
    }

    /** @param outcome {@code UPHELD}, {@code REJECTED}, {@code GRANTED} … */
    void decides(String officer, Opened opened, String outcome) {
        patient.command(
                officer,
                opened.path() + "/decision",
                Front.JSON
                        .createObjectNode()
                        .put("outcome", outcome)
                        .put("reasons", "经审查，事实清楚。")
                        .put("basis", "元政字〔2021〕77号"));
    }

    JsonNode read(String who, String path) {
        return patient.get(who, path);
    }

    /** Notices of which this was told to their agency, each counted once. */
    Set<String> told(String listing, String type) {
        return events(listing, type).stream().map(Seen::subject).collect(toSet());
    }

    /** How often each notice was told so; what is sent again is the same event. */
    Map<String, Integer> timesTold(String listing, String type) {
        var times = new HashMap<String, Set<String>>();
        events(listing, type)
                .forEach(event -> times.computeIfAbsent(event.subject(), _ -> new java.util.HashSet<>())
                        .add(event.id()));
        var counted = new HashMap<String, Integer>();
        times.forEach((notice, ids) -> counted.put(notice, ids.size()));
        return counted;
    }

    private List<Seen> events(String listing, String type) {
        Predicate<Seen> ofListing = event -> event.subject().startsWith(listing + ":");
        return wire.on(House.RESPONSES, ofListing.and(event -> event.type().equals(type)))
                .toList();
    }

    /** What no service could make anything of. */
    List<Seen> putAside() {
        return wire.on(House.DEAD_LETTERS, _ -> true).toList();
    }

    /** The first to say what is not so yet is not the last word. */
    static void eventually(String what, ThrowingRunnable holds) {
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(holds);
    }

    @Override
    public void close() {
        agentOf(new Company(COMPANY, "元宝山示例有限公司"));
        wire.close();
    }
}
