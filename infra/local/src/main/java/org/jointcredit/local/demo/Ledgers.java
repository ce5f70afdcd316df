package org.jointcredit.local.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.local.demo.Act.HandIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The records of a year, made by a seed: once a month each department hands in its penalties or licences, some of them
/// late, now and then one that is refused. The companies that stand on lists are among them, and the
/// demonstration's own subjects have a little of everything.
final class Ledgers {
    /// With the unlawful acts that each punishes.
    private static final Map<String, List<String>> PUNISHING = new TreeMap<>(Map.of(
            "market", List.of("销售不合格商品", "发布虚假广告", "未明码标价", "食品标签不符合规定"),
            "emergency", List.of("特种作业人员无证上岗", "未如实记录隐患排查治理情况", "未组织应急演练"),
            "ecology", List.of("超标排放大气污染物", "未按规定贮存危险废物", "未批先建"),
            "housing", List.of("未取得施工许可擅自施工", "施工现场未设置硬质围挡", "转包工程"),
            "transport", List.of("车辆超限运输", "未取得道路运输经营许可", "未按规定维护检测车辆")));
    /// With what each licenses.
    private static final Map<String, List<String>> LICENSING = new TreeMap<>(Map.of(
            "approval", List.of("食品经营许可", "人力资源服务许可", "公共场所卫生许可", "医疗器械经营许可"),
            "housing", List.of("建筑工程施工许可", "商品房预售许可")));
    private final Random random;
    private final Invention invention;
    private final LocalDate from;
    private final LocalDate to;
    private final List<JsonNode> listed;
    private final List<Ledger> ledgers = new ArrayList<>();
    private int counter = 100;

    private Ledgers(long seed, LocalDate from, LocalDate to, List<JsonNode> listed) {
        this.random = new Random(seed + 1);
        this.invention = new Invention(random);
        this.from = from;
        this.to = to;
        this.listed = listed;
    }

    /// @param year whose listed companies are punished and licensed too
    /// @return what is handed in on each day on which something is
    static TreeMap<LocalDate, List<Ledger>> of(long seed, LocalDate from, LocalDate to, Collection<List<Act>> year) {
        var listed = year.stream()
                .flatMap(List::stream)
                .filter(HandIn.class::isInstance)
                .map(act -> act.body().path("subject"))
                .filter(subject -> subject.has("code"))
                .toList();
        var ledgers = new Ledgers(seed, from, to, listed);
        ledgers.monthly();
        ledgers.ofTheDemonstrationsOwn();
        return ledgers.ledgers.stream().collect(Collectors.groupingBy(Ledger::day, TreeMap::new, Collectors.toList()));
    }

    private void monthly() {
        for (var month = YearMonth.from(from); !month.isAfter(YearMonth.from(to)); month = month.plusMonths(1)) {
            int day = 3;
            for (var department : PUNISHING.keySet()) {
                add(Year.open(month.atDay(day += 4)), department, this::penalty);
            }
            for (var department : LICENSING.keySet()) {
                add(Year.open(month.atDay(day += 2)), department, this::licence);
            }
        }
    }

    private interface Made {
        ObjectNode on(LocalDate decided, String department);
    }

    private void add(LocalDate day, String department, Made made) {
        if (day.isBefore(from) || day.isAfter(to)) {
            return;
        }
        var records = ContractJson.mapper().createArrayNode();
        for (int i = 8 + random.nextInt(10); i > 0; i--) {
            var decided = day.minusDays(1 + Math.min(random.nextInt(12), random.nextInt(24)));
            records.add(made.on(decided, department));
        }
        ledgers.add(new Ledger(day, department, records));
    }

    private ObjectNode penalty(LocalDate decided, String department) {
        var act = invention.any(PUNISHING.getOrDefault(department, List.of()));
        boolean person = random.nextInt(5) == 0;
        var record = record("XYGS-CF", department, "罚", decided, person ? person() : company());
        switch (random.nextInt(10)) {
            case 0 -> {} // the credit office has to ask
            case 1, 2 -> record.put("procedure", "SUMMARY");
            default -> record.put("procedure", "GENERAL");
        }
        boolean fined = random.nextInt(3) > 0;
        var fields = record.putObject("fields")
                .put("cf_wfxw", act)
                .put("cf_sy", "经查，当事人" + act + "，事实清楚，证据确凿。")
                .put("cf_yj", "《中华人民共和国行政处罚法》第二十八条及相关法律规定")
                .put("cf_cflb", fined ? "罚款" : "警告")
                .put("cf_nr", fined ? "处以罚款。" : "给予警告。")
                .put("cf_yxq", "2099-12-31");
        if (fined && random.nextInt(20) > 0) { // without the amount it is refused
            fields.put("cf_nr_fk", String.valueOf(500 * (1 + random.nextInt(100))));
        }
        if (person && random.nextBoolean()) {
            fields.put("adverseBasis", "《内蒙古自治区公共信用信息管理条例》");
        }
        return record;
    }

    private ObjectNode licence(LocalDate decided, String department) {
        var licence = invention.any(LICENSING.getOrDefault(department, List.of()));
        var record = record("XYGS-XK", department, "许", decided, company());
        licenceOf(record.putObject("fields"), licence, decided);
        return record;
    }

    private static void licenceOf(ObjectNode fields, String licence, LocalDate decided) {
        fields.put("xk_xkws", "准予" + licence + "决定书")
                .put("xk_xklb", "普通")
                .put("xk_nr", licence + "。")
                .put("xk_yxqz", decided.toString())
                .put("xk_yxqzi", decided.plusYears(3).toString());
    }

    private ObjectNode record(String item, String department, String kind, LocalDate decided, JsonNode subject) {
        var record = ContractJson.mapper()
                .createObjectNode()
                .put("number", "元" + department + kind + "〔" + decided.getYear() + "〕" + counter++ + "号")
                .put("item", item)
                .put("decidedOn", decided.toString());
        record.set("subject", subject);
        return record;
    }

    private ObjectNode person() {
        var subject = ContractJson.mapper()
                .createObjectNode()
                .put("kind", "PERSON")
                .put("name", "")
                .put("idNumber", "");
        invention.subject(subject);
        return subject;
    }

    /// One of four is listed as well; now and then a code is mistyped.
    private JsonNode company() {
        if (!listed.isEmpty() && random.nextInt(4) == 0) {
            return listed.get(random.nextInt(listed.size()));
        }
        var subject = ContractJson.mapper()
                .createObjectNode()
                .put("kind", "ORGANISATION")
                .put("name", "")
                .put("code", "");
        invention.subject(subject);
        if (random.nextInt(25) == 0) {
            var code = Sample.text(subject, "code");
            subject.put("code", code.substring(0, 17) + (code.endsWith("0") ? "1" : "0"));
        }
        return subject;
    }

    private void ofTheDemonstrationsOwn() {
        own(40, "drc", "PER-F-01", "citizen-li")
                .put("title", "岗位能手")
                .put("authority", "赤峰市人民政府")
                .put("content", "在窗口服务中成绩突出，予以表彰。");
        own(120, "education", "PER-F-02", "citizen-li")
                .put("title", "社区志愿服务")
                .put("authority", "元宝山区志愿服务联合会")
                .put("kind", "志愿服务")
                .put("hours", "86")
                .put("content", "参加社区志愿服务八十六小时。");
        own(200, "education", "PER-F-02", "citizen-wang")
                .put("title", "助学捐赠")
                .put("authority", "元宝山区慈善总会")
                .put("kind", "慈善捐赠")
                .put("content", "向困难学生捐赠图书。");
        own(60, "tax", "ORG-F-03", "company-agent")
                .put("title", "A级纳税信用")
                .put("authority", "赤峰市元宝山区税务局")
                .put("content", "上一年度纳税信用评价为A级。");
        licenceOf(own(90, "approval", "XYGS-XK", "company-agent"), "食品经营许可", from.plusDays(89));
    }

    /// @param user whose subject it is
    /// @return the fields, to be filled in
    private ObjectNode own(int day, String department, String item, String user) {
        var handedIn = Year.open(from.plusDays(day));
        var subject = Sample.read("/demo/subjects.json")
                .valueStream()
                .filter(one -> Sample.text(one, "user").equals(user))
                .findFirst()
                .orElseThrow()
                .path("subject");
        var record = record(item, department, "记", from.plusDays(day - 1L), subject);
        ledgers.add(new Ledger(
                handedIn, department, ContractJson.mapper().createArrayNode().add(record)));
        return record.putObject("fields");
    }
}
