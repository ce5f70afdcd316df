package org.jointcredit.disclosure.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.IndexEntry;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.disclosure.Facts;
import org.jointcredit.disclosure.Invented;
import org.jointcredit.disclosure.RunningDisclosure;
import org.jointcredit.disclosure.accesslog.Asker;
import org.jointcredit.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** D3, D4, X2: organs ask for a purpose within their powers, and the subject sees who looked. */
class QueryIT extends RunningDisclosure {
    private static final String MATTER = "元市监检〔2026〕12号";

    @Autowired
    private BatchStore store;

    private final String number = Invented.number();

    @Test
    void anOrganReadsAllOfASubjectPublicOrNotWhole() {
        ListedSubject person = facts().person("周示例", number);
        tell(facts().about(person).personName("周示例").field("cf_sy", "公开的").fact());
        tell(facts().about(person)
                .personName("周示例")
                .disclosure(Disclosure.CLOSED)
                .closedField("cf_nr", "不公开的内容")
                .personalField("cf_frdb", "吴示例")
                .fact());
        tell(facts().about(person)
                .personName("周示例")
                .state(RecordState.WITHDRAWN)
                .fact());
        tell(facts().about(person)
                .personName("周示例")
                .shownUntil(clock.today().minusDays(1))
                .fact());
        tell(facts().listing(person, "周示例", "SEVERE-QUERY"));
        eventually(() ->
                ask("market-implementer", human(number, "周示例")).at("/records").size() == 2
                        && ask("market-implementer", human(number, "周示例"))
                                        .at("/listings")
                                        .size()
                                == 1);

        Reply answer = ask("market-implementer", human(number, "周示例"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/known").asBoolean()).isTrue();
        assertThat(answer.at("/nameDiffers").asBoolean()).isFalse();
        assertThat(answer.text("/subject/name")).isEqualTo("周示例");
        assertThat(answer.text("/subject/id")).isEqualTo(person.id());
        assertThat(answer.at("/records").toString()).contains("公开的", "不公开的内容", "吴示例");
        assertThat(answer.text("/listings/0/listType")).isEqualTo("SEVERE-QUERY");
        assertThat(answer.text("/asOf")).endsWith("+08:00");
        assertThat(answer.text("/lawVersion")).isNotEmpty();
        assertThat(ask("market-implementer", human(number, "郑示例"))
                        .at("/nameDiffers")
                        .asBoolean())
                .isTrue();
        assertThat(get("market-implementer", "/queries/{id}", answer.text("/id"))
                        .text("/matter"))
                .isEqualTo(MATTER);
        assertThat(get("tax-implementer", "/queries/{id}", answer.text("/id")).status())
                .isEqualTo(404);
    }

    @Test
    void aSystemNeedNotNameTheOrganisationAndIsToldWhereTheNameDiffers() {
        var company = Facts.organisation(Invented.code(), "元宝山目的示例（赤峰）有限公司");
        tell(facts().about(company).fact());
        String asked = "{\"kind\":\"ORGANISATION\",\"code\":\"%s\"%s}";
        eventually(() -> ask("sys-market", asked.formatted(company.code(), ""))
                .at("/known")
                .asBoolean());
        assertThat(ask("sys-market", asked.formatted(company.code(), ""))
                        .at("/nameDiffers")
                        .asBoolean())
                .isFalse();
        assertThat(ask("sys-market", asked.formatted(company.code(), ",\"name\":\"元宝山目的示例(赤峰)有限公司\""))
                        .at("/nameDiffers")
                        .asBoolean())
                .isFalse();
        assertThat(ask("sys-market", asked.formatted(company.code(), ",\"name\":\"元宝山别名有限公司\""))
                        .at("/nameDiffers")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theSubjectSeesWhoLookedWhenAndWhy() {
        ListedSubject person = facts().person("冯示例", number);
        SYSTEM.local().setSubject("citizen-wang", person.id());
        tell(facts().about(person).personName("冯示例").fact());
        eventually(() -> ask("sys-market", human(number, "冯示例")).at("/known").asBoolean());
        ask("market-implementer", human(number, "冯示例"));

        Reply accesses = get("citizen-wang", "/me/accesses?sort=at,desc");
        assertThat(accesses.status()).isEqualTo(200);
        JsonNode officer = accesses.at("/content/0");
        JsonNode system = accesses.at("/content/1");
        assertThat(officer.path("officer").asString()).isNotEmpty().isNotEqualTo("孙示例");
        assertThat(system.path("officer").asString()).isEqualTo("孙示例");
        assertThat(system.path("system").asString()).isEqualTo("sys-market");
        for (JsonNode look : List.of(officer, system)) {
            assertThat(look.path("departmentName").asString()).contains("市场监督管理局");
            assertThat(look.path("purposeText").asString()).isEqualTo("日常监督管理");
            assertThat(look.path("matter").asString()).isEqualTo(MATTER);
            assertThat(look.path("at").asString()).endsWith("+08:00");
            assertThat(look.path("records").asInt()).isEqualTo(1);
            assertThat(look.has("username")).isFalse();
        }
        assertThat(get("citizen-li", "/me/accesses?size=200").body().toString())
                .as("nobody else sees it")
                .doesNotContain(officer.path("request").asString());
        assertThat(get("market-implementer", "/me/accesses").status()).isEqualTo(403);
    }

    @Test
    void beyondOnesPowersIsRefusedLoggedAndRaisesAnAlarm() {
        ListedSubject person = facts().person("褚示例", number);
        tell(facts().about(person).personName("褚示例").fact());
        eventually(() -> ask("sys-market", human(number, "褚示例")).at("/known").asBoolean());

        Reply refused =
                post("market-implementer", "/queries", question(human(number, "褚示例"), "JUDICIAL", "元市监案〔2026〕77号"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(errors(refused)).containsExactly("purpose NOT_YOURS");
        Reply bank = ask("bank-implementer", human(number, "褚示例"));
        assertThat(bank.status()).isEqualTo(403);
        assertThat(ask("sys-bank", human(number, "褚示例")).status()).isEqualTo(403);
        assertThat(ask("tax-approver", human(number, "褚示例")).status())
                .as("a post that does not ask")
                .isEqualTo(403);

        JsonNode alarms = get("drc-auditor", "/alarms?sort=at,desc").at("/content");
        assertThat(alarms.valueStream().map(alarm -> alarm.path("department").asString()))
                .startsWith("tax", "bank", "bank", "market");
        JsonNode alarm = alarms.get(3);
        assertThat(alarm.path("kind").asString()).isEqualTo("REFUSED");
        assertThat(alarm.path("subject").asString()).isEqualTo(person.id());
        assertThat(alarm.path("matter").asString()).isEqualTo("元市监案〔2026〕77号");
        assertThat(alarm.path("records").asInt()).isZero();
        assertThat(get("drc-supervisor", "/alarms")
                        .at("/content")
                        .valueStream()
                        .map(one -> one.path("department").asString()))
                .allMatch("drc"::equals);
        String metrics = String.valueOf(
                as(null).get().uri("/actuator/prometheus").retrieve().body(String.class));
        assertThat(metrics).doesNotContain(person.id());
    }

    @Test
    void whoeverIsRefusedRaisesAnAlarmASubjectToo() {
        assertThat(ask("citizen-li", human(number, "陈示例")).status()).isEqualTo(403);
        assertThat(post("citizen-li", "/queries/batch", "{}").status()).isEqualTo(403);

        var alarms = get("drc-auditor", "/alarms?sort=at,desc").at("/content");
        assertThat(alarms.valueStream()
                        .limit(2)
                        .map(alarm -> alarm.path("username").asString() + " "
                                + alarm.path("kind").asString()))
                .containsExactly("citizen-li REFUSED", "citizen-li REFUSED");
    }

    @Test
    void aLookAtWhatAnotherServiceKeepsStandsInTheSameLogA20() {
        String subject = UUID.randomUUID().toString();
        SYSTEM.local().setSubject("citizen-wang", subject);
        String look = """
                {"looks": [{"kind": "QUERY", "request": "r-1", "officer": "林示例", "username": "drc-office",
                  "department": "drc", "system": "joint-credit-console", "subject": "%s", "purpose": "CREDIT-WORK",
                  "matter": "元市监罚〔2026〕8号", "records": 1}]}""".formatted(subject);

        assertThat(post("svc-collection", "/accesses", look).status()).isEqualTo(204);

        JsonNode seen = get("citizen-wang", "/me/accesses").at("/content/0");
        assertThat(seen.path("officer").asString()).isEqualTo("林示例");
        assertThat(seen.path("purposeText").asString()).isEqualTo("信用信息核查、异议处理");
        assertThat(seen.path("matter").asString()).isEqualTo("元市监罚〔2026〕8号");
        assertThat(errors(post("svc-collection", "/accesses", "{}"))).containsExactly("looks REQUIRED");
        assertThat(errors(post("svc-collection", "/accesses", "{\"looks\":[{\"records\":-1}]}")))
                .contains("looks[0].subject REQUIRED", "looks[0].officer REQUIRED", "looks[0].records FORMAT");
        assertThat(post("drc-office", "/accesses", look).status()).isEqualTo(403);
    }

    @Test
    void whoIsLookedAtElsewhereIsFoundByTheHashesOfItsNumberA20() {
        ListedSubject person = facts().person("戚示例", number);
        SYSTEM.local().setSubject("citizen-wang", person.id());
        tell(facts().about(person).personName("戚示例").fact());
        eventually(() -> ask("sys-market", human(number, "戚示例")).at("/known").asBoolean());
        String looks = """
                {"looks": [{"kind": "CHECK", "request": "c-1", "officer": "钱示例", "username": "sys-hrss",
                  "department": "hrss", "system": "sys-hrss", "macs": %s, "purpose": "LISTING", "matter": "JY-001",
                  "records": 0}, {"kind": "CHECK", "request": "c-2", "officer": "钱示例", "username": "sys-hrss",
                  "department": "hrss", "system": "sys-hrss", "macs": ["nobody"], "purpose": "LISTING",
                  "matter": "JY-001", "records": 0}]}""".formatted(ContractJson.mapper()
                .writeValueAsString(person.index().stream()
                        .filter(entry -> entry.of() == IndexEntry.Of.NUMBER)
                        .map(IndexEntry::mac)
                        .toList()));

        assertThat(post("svc-sanction", "/accesses", looks).status()).isEqualTo(204);

        JsonNode seen = get("citizen-wang", "/me/accesses?sort=at,desc").at("/content/0");
        assertThat(seen.path("kind").asString()).isEqualTo("CHECK");
        assertThat(seen.path("request").asString()).isEqualTo("c-1");
        assertThat(seen.path("departmentName").asString()).contains("人力资源");
        assertThat(mongo.getCollection("accesses").countDocuments(new Document("request", "c-2")))
                .as("nobody is known by it, and the look is logged")
                .isEqualTo(1);
    }

    @Test
    void theFiguresOfTheLogAreCountedOverAllOfIt() {
        String today = logDay().toString();
        long before = looks("drc-auditor", today, "market");
        for (int i = 0; i < 3; i++) {
            ask("market-implementer", human(number, "杨示例"));
        }
        assertThat(looks("drc-auditor", today, "market")).isEqualTo(before + 3);
        assertThat(get("drc-supervisor", "/queries/days")
                        .at("/looks")
                        .valueStream()
                        .map(day -> day.path("department").asString()))
                .as("an organ reads its own")
                .allMatch("drc"::equals);
        for (String term :
                List.of("from=2026-13-01", "from=2026-11-02&to=2026-11-01", "from=2026-01-01&to=2026-11-01")) {
            assertThat(get("drc-auditor", "/queries/days?" + term).status())
                    .as(term)
                    .isEqualTo(400);
        }
        assertThat(get("market-implementer", "/queries/days").status()).isEqualTo(403);
    }

    @Test
    void theLogIsSiftedByKindOrganAndDay() {
        String day = logDay().toString();
        String body = question(human(number, "秦示例"), "INSPECTION", MATTER);
        assertThat(keyed("market-implementer", UUID.randomUUID().toString(), body)
                        .status())
                .isEqualTo(201);
        String sifted = "/queries?kind=QUERY&dept=market&from=" + day + "&to=" + day;
        assertThat(get("drc-auditor", sifted).at("/content").valueStream())
                .isNotEmpty()
                .allMatch(look -> look.path("kind").asString().equals("QUERY"))
                .allMatch(look -> look.path("department").asString().equals("market"))
                .allMatch(look -> look.path("at").asString().startsWith(day));
        assertThat(get("drc-auditor", "/queries?to=" + clock.today().minusYears(1))
                        .at("/content")
                        .valueStream())
                .isEmpty();
        assertThat(get("drc-supervisor", sifted).at("/content").valueStream())
                .as("an organ reads its own, whatever it asks for")
                .isEmpty();
        for (String odd : List.of("kind=LOOK", "from=gestern", "to=2026-13-01")) {
            assertThat(get("drc-auditor", "/queries?" + odd).status()).as(odd).isEqualTo(400);
        }
    }

    private long looks(String who, String day, String department) {
        return get(who, "/queries/days?from=" + day + "&to=" + day)
                .at("/looks")
                .valueStream()
                .filter(looks -> looks.path("department").asString().equals(department)
                        && looks.path("kind").asString().equals("QUERY"))
                .mapToLong(looks -> looks.path("looks").asLong())
                .sum();
    }

    @Test
    void aKeyBelongsToOneBody() {
        String key = UUID.randomUUID().toString();
        String body = question(human(number, "秦示例"), "INSPECTION", MATTER);
        Reply first = keyed("market-implementer", key, body);
        assertThat(first.status()).isEqualTo(201);

        Reply again = keyed("market-implementer", key, body.replace(",", " , "));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(looksOf(first)).as("what is sent again is one look").isEqualTo(1);

        for (String other : List.of(
                question(human(number, "尤示例"), "INSPECTION", MATTER),
                question(human(Invented.number(), "秦示例"), "INSPECTION", MATTER),
                question(human(number, "秦示例"), "INSPECTION", MATTER + "之一"),
                body.replace("\"by\"", "\"note\":\"更多\",\"by\""))) {
            Reply refused = keyed("market-implementer", key, other);
            assertThat(refused.status()).as(other).isEqualTo(409);
            assertThat(errors(refused)).containsExactly("Idempotency-Key DUPLICATE");
        }
        assertThat(keyed("tax-implementer", key, body).text("/id"))
                .as("a key is its caller's own")
                .isNotEqualTo(first.text("/id"));
    }

    @Test
    void whoLooksAgainUnderOneKeyReadsWhatIsSoNowAndIsLoggedWhereItIsMoreD4() {
        ListedSubject person = facts().person("金示例", number);
        tell(facts().about(person).personName("金示例").fact());
        String key = UUID.randomUUID().toString();
        String body = question(human(number, "金示例"), "INSPECTION", MATTER);
        eventually(() -> ask("sys-market", human(number, "金示例")).at("/records").size() == 1);
        Reply first = keyed("market-implementer", key, body);

        tell(facts().about(person).personName("金示例").fact());
        eventually(() -> ask("sys-market", human(number, "金示例")).at("/records").size() == 2);

        Reply again = keyed("market-implementer", key, body);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.at("/records").size()).isEqualTo(2);
        assertThat(looksOf(first)).isEqualTo(2);
    }

    private long looksOf(Reply answer) {
        return mongo.getCollection("accesses").countDocuments(new Document("request", answer.text("/id")));
    }

    @Test
    void ofManyRecordsTheLatestComeFirstAndTheOthersByPagesOfTheSameQuery() {
        var company = Facts.organisation(Invented.code(), "元宝山多案示例有限公司");
        for (int i = 0; i < 203; i++) {
            tell(facts().about(company)
                    .decidedOn(LocalDate.of(2026, 1, 1).plusDays(i))
                    .fact());
        }
        String body = question("{\"kind\":\"ORGANISATION\",\"code\":\"" + company.code() + "\"}", "INSPECTION", MATTER);
        eventually(() ->
                post("sys-market", "/queries", body).at("/page/totalElements").asInt() == 203);
        String key = UUID.randomUUID().toString();

        Reply first = keyed("sys-market", key, body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.at("/records").size()).isEqualTo(200);
        assertThat(first.text("/records/0/decidedOn")).isEqualTo("2026-07-22");
        assertThat(first.at("/page/totalPages").asInt()).isEqualTo(2);
        Reply rest = keyed("sys-market", "?page=1", key, body);
        assertThat(rest.text("/id")).isEqualTo(first.text("/id"));
        assertThat(rest.at("/records")
                        .valueStream()
                        .map(record -> record.path("decidedOn").asString()))
                .containsExactly("2026-01-03", "2026-01-02", "2026-01-01");
        assertThat(looksOf(first)).isEqualTo(1);
        assertThat(keyed("sys-market", "?size=201", key, body).status()).isEqualTo(400);
        assertThat(keyed("sys-market", "?sort=number", key, body).status()).isEqualTo(400);
    }

    @Test
    void whatIsPublicIsShownForEveryPurposeAndTheRestByItsCategory() {
        ListedSubject person = facts().person("魏示例", number);
        tell(facts().about(person)
                .personName("魏示例")
                .category(RecordCategory.FAVOURABLE)
                .field("cf_sy", "公开的良好信息")
                .fact());
        tell(facts().about(person)
                .personName("魏示例")
                .category(RecordCategory.FAVOURABLE)
                .disclosure(Disclosure.CLOSED)
                .field("cf_sy", "不公开的良好信息")
                .fact());
        tell(facts().about(person)
                .personName("魏示例")
                .disclosure(Disclosure.CLOSED)
                .field("cf_sy", "不公开的不良信息")
                .fact());
        eventually(() ->
                ask("market-implementer", human(number, "魏示例")).at("/records").size() == 3);

        assertThat(post("tax-implementer", "/queries", question(human(number, "魏示例"), "TAX", MATTER))
                        .at("/records")
                        .toString())
                .contains("公开的良好信息", "不公开的不良信息")
                .doesNotContain("不公开的良好信息");
    }

    @Test
    void theLogTellsTheTimeOfTheSystemHoweverFarTheBusinessClockIsMoved() {
        LocalDate day = logDay();
        String today = clock.today().toString();
        moveClock(clock.today().plusDays(40).toString());
        try {
            Reply answer = ask("market-implementer", human(number, "陶示例"));
            assertThat(answer.text("/asOf")).startsWith(clock.today().toString());
            assertThat(get("drc-auditor", "/queries?sort=at,desc").text("/content/0/at"))
                    .startsWith(day.toString());
            assertThat(get("drc-auditor", "/queries/days").text("/to")).isEqualTo(day.toString());
        } finally {
            moveClock(today);
        }
    }

    private static LocalDate logDay() {
        return LocalDate.now(BusinessClock.ZONE);
    }

    private void moveClock(String date) {
        assertThat(as("drc-admin")
                        .post()
                        .uri("/actuator/businessclock")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("{\"date\":\"" + date + "\"}")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void whatCameToNothingIsNotRemembered() {
        String key = UUID.randomUUID().toString();
        String body = question(human(number, "许示例"), "INSPECTION", MATTER);
        assertThat(keyed("market-implementer", key, body.replace("INSPECTION", "NONE"))
                        .status())
                .isEqualTo(422);
        assertThat(keyed("market-implementer", key, body).status()).isEqualTo(201);
    }

    private Reply keyed(String who, String key, String body) {
        return keyed(who, "", key, body);
    }

    /** @param further what stands behind the path: a page, or the path of batches */
    private Reply keyed(String who, String further, String key, String body) {
        return reply(as(who).post()
                .uri("/api/disclosure/queries" + further)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .retrieve()
                .toEntity(String.class));
    }

    @Test
    void allErrorsAreToldAtOnce() {
        Reply reply = post(
                "sys-market",
                "/queries",
                "{\"subject\":{\"kind\":\"PERSON\",\"idNumber\":\"999999199001010009\"},\"purpose\":\"NONE\"}");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(errors(reply))
                .containsExactlyInAnyOrder(
                        "subject.idNumber CHECK_DIGIT", "purpose UNKNOWN_CODE", "matter REQUIRED", "by REQUIRED");
        assertThat(reply.body().toString()).doesNotContain("999999199001010009");
        assertThat(errors(post("market-implementer", "/queries", "{}")))
                .containsExactlyInAnyOrder("subject REQUIRED", "purpose REQUIRED", "matter REQUIRED");
        assertThat(errors(post(
                        "market-implementer", "/queries", question(human(number, "何示例"), "INSPECTION", "关于" + number))))
                .as("a person's number stands in no log")
                .containsExactly("matter FORMAT");
        assertThat(post("market-implementer", "/queries", "[").status()).isEqualTo(400);
        assertThat(post("market-approver", "/queries", "{}").status()).isEqualTo(403);
        assertThat(post("citizen-li", "/queries", "{}").status()).isEqualTo(403);
    }

    @Test
    void whoIsNotKnownIsNotKnownAndTheLookIsLogged() {
        Reply answer = ask("market-reporter", human(number, "卫示例"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/known").asBoolean()).isFalse();
        assertThat(answer.at("/records")).isEmpty();
        assertThat(mongo.getCollection("accesses").countDocuments(new Document("request", answer.text("/id"))))
                .isEqualTo(1);
    }

    @Test
    void aBatchIsAJobWhoseAnswersOnlyItsAskerReads() {
        ListedSubject person = facts().person("蒋示例", number);
        tell(facts().about(person)
                .personName("蒋示例")
                .disclosure(Disclosure.CLOSED)
                .field("cf_sy", "批量内容")
                .fact());
        eventually(() -> ask("sys-market", human(number, "蒋示例")).at("/records").size() == 1);
        List<String> subjects = new ArrayList<>();
        subjects.add(human(number, "蒋示例"));
        for (int i = 0; i < 119; i++) {
            subjects.add(human(Invented.number(), "沈示例"));
        }
        Reply job = post(
                "sys-market",
                "/queries/batch",
                "{\"purpose\":\"INSPECTION\",\"matter\":\"" + MATTER + "\",\"by\":\"孙示例\",\"subjects\":["
                        + String.join(",", subjects) + "]}");
        assertThat(job.status()).isEqualTo(202);
        String id = job.text("/id");
        assertThat(job.at("/rows").asInt()).isEqualTo(120);
        eventually(() -> get("sys-market", "/queries/{id}", id).text("/state").equals("DONE"));
        assertThat(get("sys-market", "/queries/{id}", id).at("/answered").asInt())
                .isEqualTo(120);

        Reply first = get("sys-market", "/queries/{id}/answers?size=50", id);
        assertThat(first.at("/page/totalElements").asInt()).isEqualTo(120);
        assertThat(first.at("/content/0/row").asInt()).isEqualTo(1);
        assertThat(first.at("/content/0/records/0/fields/cf_sy").asString()).isEqualTo("批量内容");
        assertThat(first.text("/content/0/asOf")).endsWith("+08:00");
        assertThat(first.at("/content/1/known").asBoolean()).isFalse();
        Set<Integer> rows = new TreeSet<>();
        for (int page = 0; page < 3; page++) {
            get("sys-market", "/queries/{id}/answers?size=50&page=" + page, id)
                    .at("/content")
                    .forEach(row -> rows.add(row.path("row").asInt()));
        }
        assertThat(rows).hasSize(120);
        for (String who : List.of("market-implementer", "sys-tax")) {
            assertThat(get(who, "/queries/{id}", id).status()).as(who).isEqualTo(404);
            assertThat(get(who, "/queries/{id}/answers", id).status()).as(who).isEqualTo(404);
        }
        assertThat(mongo.getCollection("accesses")
                        .countDocuments(new Document("request", id).append("kind", "BATCH_QUERY")))
                .isEqualTo(120);
        String stored = mongo.getCollection("query_rows")
                .find()
                .map(Document::toJson)
                .into(new ArrayList<>())
                .toString();
        assertThat(stored).contains(id).doesNotContain(number, "蒋示例", "批量内容");
        assertThat(mongo.getCollection("query_batches")
                        .find()
                        .map(Document::toJson)
                        .into(new ArrayList<>())
                        .toString())
                .doesNotContain(number, "蒋示例");
    }

    @Test
    void ofTwoAtOnceUnderOneKeyOneIsTakenAndTheOtherIsThatOneOrComesAgain() throws Exception {
        String body = "{\"purpose\":\"INSPECTION\",\"matter\":\"m-1\",\"subjects\":[" + human(number, "姜示例") + "]}";
        for (int round = 0; round < 10; round++) {
            String key = UUID.randomUUID().toString();
            List<Callable<Reply>> askers =
                    Collections.nCopies(6, () -> keyed("market-implementer", "/batch", key, body));
            Set<String> ids = new TreeSet<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Reply> asked : threads.invokeAll(askers)) {
                    Reply reply = asked.get();
                    assertThat(reply.status()).as(reply.body().toString()).isIn(202, 409);
                    if (reply.status() == 202) {
                        ids.add(reply.text("/id"));
                    } else {
                        assertThat(reply.retryAfter()).isNotNull();
                    }
                }
            }
            assertThat(ids).hasSize(1);
            assertThat(keyed("market-implementer", "/batch", key, body).text("/id"))
                    .isEqualTo(ids.iterator().next());
        }
    }

    @Test
    void aBatchWhoseTimeIsOverBeforeItIsAnsweredHasFailedAndSaysWhy() {
        String id = UUID.randomUUID().toString();
        Instant asked = Instant.now().minus(Duration.ofHours(3));
        var batch = new Batch(
                id,
                new Asker("孙示例", "market-implementer", "market", "test"),
                "INSPECTION",
                MATTER,
                "2021",
                "",
                2,
                0,
                asked,
                asked.plus(Duration.ofHours(2)));
        store.open(batch, List.of(new BatchStore.Row(1, "{\"code\":\"" + Invented.code() + "\"}")));

        eventually(() -> mongo.getCollection(BatchStore.BATCHES)
                        .countDocuments(new Document("_id", id).append(BatchStore.OPEN, true))
                == 0);

        Reply state = get("market-implementer", "/queries/{id}", id);
        assertThat(state.text("/state")).isEqualTo("FAILED");
        assertThat(state.text("/reason")).isEqualTo("EXPIRED");
        assertThat(state.at("/answered").asInt()).isZero();
        assertThat(mongo.getCollection("accesses").countDocuments(new Document("request", id)))
                .as("nobody looked")
                .isZero();
    }

    @Test
    void aBatchNamesEveryRowThatCannotBeIdentifiedAndIsNotTakenIn() {
        Reply refused = post(
                "market-implementer",
                "/queries/batch",
                "{\"purpose\":\"INSPECTION\",\"matter\":\"m-1\",\"subjects\":[" + human(number, "韩示例") + ","
                        + human("999999199001010009", "韩示例") + ",{\"kind\":\"ORGANISATION\"}]}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(errors(refused))
                .containsExactlyInAnyOrder("subjects[1].idNumber CHECK_DIGIT", "subjects[2].code REQUIRED");
        assertThat(errors(post(
                        "market-implementer",
                        "/queries/batch",
                        "{\"purpose\":\"INSPECTION\",\"matter\":\"m-1\",\"subjects\":[]}")))
                .containsExactly("subjects REQUIRED");
        assertThat(post("bank-reporter", "/queries/batch", "{}").status()).isEqualTo(403);
    }

    @Test
    void thePurposesAreToldToAllWhoAreLoggedIn() {
        Reply purposes = get("market-implementer", "/purposes?size=200");
        assertThat(purposes.at("/content").size()).isGreaterThan(5);
        assertThat(purposes.at("/content")
                        .valueStream()
                        .filter(one -> one.path("code").asString().equals("JUDICIAL"))
                        .map(one -> one.path("open").asBoolean()))
                .containsExactly(false);
        assertThat(get("bank-implementer", "/purposes?size=200")
                        .at("/content")
                        .valueStream()
                        .map(one -> one.path("open").asBoolean()))
                .containsOnly(false);
        assertThat(get("citizen-li", "/purposes").status()).isEqualTo(200);
    }

    private Reply ask(String who, String subject) {
        return post(who, "/queries", question(subject, "INSPECTION", MATTER));
    }

    private static String question(String subject, String purpose, String matter) {
        return "{\"subject\":%s,\"purpose\":\"%s\",\"matter\":\"%s\",\"by\":\"孙示例\"}"
                .formatted(subject, purpose, matter);
    }

    private static String human(String number, String name) {
        return "{\"kind\":\"PERSON\",\"idNumber\":\"%s\",\"name\":\"%s\"}".formatted(number, name);
    }

    private static List<String> errors(Reply reply) {
        return reply.at("/errors")
                .valueStream()
                .map(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .toList();
    }
}
