package org.jointcredit.collection.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.collection.Bodies.COMPANY;
import static org.jointcredit.collection.Bodies.LI;
import static org.jointcredit.collection.Bodies.fields;
import static org.jointcredit.collection.Bodies.licence;
import static org.jointcredit.collection.Bodies.number;
import static org.jointcredit.collection.Bodies.penalty;
import static org.jointcredit.collection.Bodies.penaltyOfPerson;
import static org.jointcredit.collection.Bodies.with;

import java.time.YearMonth;
import java.util.List;
import org.jointcredit.collection.Bodies;
import org.jointcredit.collection.RunningCollection;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.IndexEntry;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.RecordSealed;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Records over REST, as departments, their officers and the credit office send them (C2–C5). */
class RecordRestIT extends RunningCollection {
    private static final String RECORDS = "/api/collection/records";

    private Reply hand(String who, ObjectNode record) {
        return post(who, RECORDS, record);
    }

    @Test
    void aPenaltyUnderTheGeneralProcedureIsTakenAndToldAsAdverseInformationA75() {
        try (TopicReader records = SYSTEM.reader(Topics.RECORD)) {
            ObjectNode body = penalty(clock.today());
            Reply reply = hand("sys-market", body);

            assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
            String id = reply.text("/id");
            assertThat(reply.location()).isEqualTo(RECORDS + "/" + id);
            assertThat(reply.etag()).isEqualTo("\"1\"");
            assertThat(reply.text("/category")).isEqualTo("ADVERSE");
            assertThat(reply.text("/shownUntil"))
                    .isEqualTo(clock.today().minusDays(30).plusYears(5).toString());
            assertThat(reply.text("/fields/cf_cfjgdm")).isEqualTo("11150403MB1A000362");
            assertThat(reply.text("/fields/cf_cflb")).isEqualTo("罚款;没收违法所得");
            assertThat(reply.body().toString()).doesNotContain(LI);

            var record = records.await(1, PATIENCE, about(id)).getFirst();
            assertThat(type(record)).isEqualTo(EventTypes.RECORD_PUBLISHED);
            assertThat(record.value()).doesNotContain("李示例", LI, "标签");
            RecordFact fact = ContractJson.mapper().readValue(record.value(), RecordFact.class);
            assertThat(record.key()).isEqualTo(fact.subject().id());
            assertThat(fact.category()).isEqualTo(RecordCategory.ADVERSE);
            assertThat(fact.disclosure()).isEqualTo(Disclosure.PUBLIC);
            assertThat(fact.subject().code()).isEqualTo(COMPANY);
            RecordSealed sealed = ContractJson.mapper()
                    .readValue(cipher.open(fact.sealed(), "record", "sealed", id), RecordSealed.class);
            assertThat(sealed.fields()).containsEntry("cf_nr_fk", "20000").doesNotContainKey("cf_fr_sfzh");
            assertThat(sealed.personal()).containsExactly("cf_frdb");
        }
    }

    @Test
    void aPersonsNameAndNumberStandNowhereInTheOpenX4() {
        try (TopicReader records = SYSTEM.reader(Topics.RECORD)) {
            String id = hand("sys-market", penaltyOfPerson(clock.today())).text("/id");
            var record = records.await(1, PATIENCE, about(id)).getFirst();
            assertThat(record.value()).doesNotContain("李示例", LI);
            RecordFact fact = ContractJson.mapper().readValue(record.value(), RecordFact.class);
            assertThat(fact.category()).isNull();
            assertThat(fact.subject().index())
                    .extracting(IndexEntry::of)
                    .containsExactly(IndexEntry.Of.NUMBER, IndexEntry.Of.NAME_AND_LAST_FOUR);
            mongo.getCollection("records")
                    .find()
                    .forEach(document -> assertThat(document.toString()).doesNotContain(LI, "李示例"));
        }
    }

    @Test
    void theCreditOfficesLookAtWhatIsNotPublicIsLoggedBeforeItsAnswerLeavesA20() {
        ObjectNode body = penaltyOfPerson(clock.today());
        Reply taken = hand("sys-market", body);
        String path = RECORDS + "/" + taken.text("/id");
        String subject = taken.text("/subject/id");
        int before = DISCLOSURE.looksAt(subject).size();

        assertThat(get("market-reporter", path).status()).isEqualTo(200);
        assertThat(DISCLOSURE.looksAt(subject)).as("the provider's own").hasSize(before);
        assertThat(get("drc-office", path).status()).isEqualTo(200);
        assertThat(DISCLOSURE.looksAt(subject)).hasSize(before + 1);
        var look = DISCLOSURE.looksAt(subject).getLast();
        assertThat(look.path("username").asString()).isEqualTo("drc-office");
        assertThat(look.path("department").asString()).isEqualTo("drc");
        assertThat(look.path("officer").asString()).isNotEmpty();
        assertThat(look.path("matter").asString()).isEqualTo(body.path("number").asString());

        DISCLOSURE.away(true);
        try {
            assertThat(get("drc-office", path).status()).isEqualTo(503);
        } finally {
            DISCLOSURE.away(false);
        }

        Reply company = hand("sys-market", penalty(clock.today()));
        assertThat(get("drc-office", RECORDS + "/" + company.text("/id")).status())
                .isEqualTo(200);
        assertThat(DISCLOSURE.looksAt(company.text("/subject/id")))
                .as("what everybody may read")
                .isEmpty();
    }

    @Test
    void theSameAgainChangesNothingAndOtherContentIsADuplicate() {
        ObjectNode body = penalty(clock.today());
        String id = hand("sys-market", body).text("/id");

        Reply again = hand(
                "market-reporter", with(body.deepCopy(), same -> fields(same).put("cf_nr_fk", "20000.00")));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/id")).isEqualTo(id);
        Reply other =
                hand("sys-market", with(body.deepCopy(), wrong -> fields(wrong).put("cf_nr_fk", "20001")));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.errors()).containsExactly("number DUPLICATE");
    }

    @Test
    void aDocumentNumberIsTheSameInEveryBracketAndWidth() {
        String n = number().substring(0, 12);
        hand("sys-market", with(penalty(clock.today()), one -> one.put("number", "元市监罚〔2026〕" + n + "号")));
        for (String spelling : new String[] {"元市监罚[2026]", "元市监罚（2026）", "元市监罚【２０２６】", "元市监罚 〔2026〕 "}) {
            assertThat(hand("sys-market", with(penalty(clock.today()), two -> two.put("number", spelling + n + "号")))
                            .errors())
                    .as(spelling)
                    .contains("number DUPLICATE");
        }
        assertThat(hand("sys-market", with(penalty(clock.today()), two -> two.put("number", "元市监罚〔2026〕" + n + "-1号")))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aRecordIsRevisedByWhoHasSeenItAndItsHistoryIsReadAsOfAnyMoment() {
        ObjectNode body = penalty(clock.today());
        Reply first = hand("market-reporter", body);
        String path = RECORDS + "/" + first.text("/id");
        String moment = first.text("/at");
        ObjectNode changed = with(body.deepCopy(), now -> fields(now).put("cf_nr_fk", "30000"));

        assertThat(put("market-reporter", path, null, changed).status()).isEqualTo(428);
        assertThat(put("market-reporter", path, "\"7\"", changed).status()).isEqualTo(412);
        assertThat(put("tax-reporter", path, "\"1\"", changed).status()).isEqualTo(404);
        Reply revised = put("market-reporter", path, first.etag(), changed);

        assertThat(revised.status()).as(revised.body().toString()).isEqualTo(200);
        assertThat(revised.etag()).isEqualTo("\"2\"");
        assertThat(revised.text("/fields/cf_nr_fk")).isEqualTo("30000");
        Reply then = get("market-reporter", path + "?asOf=" + moment);
        assertThat(then.text("/fields/cf_nr_fk")).isEqualTo("20000");
        assertThat(then.text("/version")).isEqualTo("1");
        assertThat(get("market-reporter", path + "?asOf=" + clock.today()).text("/fields/cf_nr_fk"))
                .isEqualTo("30000");
        assertThat(get("market-reporter", path + "?asOf=" + clock.today().minusDays(1))
                        .status())
                .isEqualTo(404);
        assertThat(get("market-reporter", path + "?asOf=gestern").status()).isEqualTo(400);
        assertThat(get("market-reporter", path).text("/history/1/what")).isEqualTo("record-revised");
    }

    @Test
    void aSystemMayLeaveOutTheVersionAndWhatItCannotSeeOfAPerson() {
        Reply first = hand("sys-market", penaltyOfPerson(clock.today()));
        ObjectNode changed = with(penaltyOfPerson(clock.today()), now -> {
            now.put("number", first.text("/number"));
            now.remove("subject");
            fields(now).put("cf_nr_fk", "500");
        });
        Reply revised = put("sys-market", RECORDS + "/" + first.text("/id"), null, changed);
        assertThat(revised.status()).as(revised.body().toString()).isEqualTo(200);
        assertThat(revised.text("/subject/id")).isEqualTo(first.text("/subject/id"));
        assertThat(revised.text("/subject/name")).isEqualTo("李示例");
    }

    @Test
    void aNumberInProseThatIsSentBackMaskedAsItWasShownIsAsItWas() {
        ObjectNode body =
                with(penalty(clock.today()), one -> fields(one).put("cf_sy", "经查，李示例（999999199001010008）负责经营。"));
        Reply first = hand("market-reporter", body);
        assertThat(first.text("/fields/cf_sy")).contains("999999*");
        ObjectNode back = with(body.deepCopy(), now -> fields(now).put("cf_sy", first.text("/fields/cf_sy")));

        Reply same = put("market-reporter", RECORDS + "/" + first.text("/id"), first.etag(), back);

        assertThat(same.status()).as(same.body().toString()).isEqualTo(200);
        assertThat(same.etag()).as("nothing has changed").isEqualTo(first.etag());
    }

    @Test
    void aRecordIsWithdrawnWithItsReasonAndStaysSo() {
        try (TopicReader records = SYSTEM.reader(Topics.RECORD)) {
            ObjectNode body = penalty(clock.today());
            String id = hand("sys-market", body).text("/id");
            String path = RECORDS + "/" + id + "/withdrawal";

            assertThat(post("sys-market", path, Bodies.json("{}")).errors()).containsExactly("reason REQUIRED");
            Reply withdrawn = post("sys-market", path, Bodies.json("{\"reason\": \"决定已被撤销\"}"));
            assertThat(withdrawn.status()).isEqualTo(200);
            assertThat(withdrawn.text("/state")).isEqualTo("WITHDRAWN");
            assertThat(post("sys-market", path, Bodies.json("{\"reason\": \"again\"}"))
                            .status())
                    .isEqualTo(409);
            assertThat(put("sys-market", RECORDS + "/" + id, null, body).status())
                    .isEqualTo(409);
            assertThat(hand("sys-market", body).status()).isEqualTo(200);
            assertThat(get("sys-market", RECORDS + "/" + id).text("/history/1/reason"))
                    .isEqualTo("决定已被撤销");
            var fact = ContractJson.mapper()
                    .readValue(records.await(2, PATIENCE, about(id)).getLast().value(), RecordFact.class);
            assertThat(fact.state()).isEqualTo(RecordState.WITHDRAWN);
        }
    }

    @Test
    void aDepartmentHandsInItsOwnAndTheCreditOfficeEverybodys() {
        ObjectNode ofTax = with(penalty(clock.today()), body -> fields(body).put("cf_sjlydm", "11150403MB1A000287"));
        Reply notYours = hand("sys-market", with(ofTax.deepCopy(), body -> body.remove("number")));
        assertThat(notYours.status()).isEqualTo(403);
        assertThat(notYours.errors()).containsExactly("fields.cf_sjlydm NOT_YOURS");

        Reply office = hand("drc-office", ofTax);
        assertThat(office.status()).as(office.body().toString()).isEqualTo(201);
        assertThat(office.text("/provider")).isEqualTo("tax");
        assertThat(get("sys-tax", RECORDS + "/" + office.text("/id")).status()).isEqualTo(200);
        assertThat(get("sys-market", RECORDS + "/" + office.text("/id")).status())
                .isEqualTo(404);
        assertThat(get("drc-supervisor", RECORDS).status()).isEqualTo(403);
    }

    @Test
    void whatIsNotStatedIsPublishedAndPutBeforeTheCreditOfficeWhichSettlesItC5() {
        ObjectNode body = with(penalty(clock.today()), unstated -> unstated.remove("procedure"));
        Reply taken = hand("sys-market", body);
        assertThat(taken.body().has("category")).isFalse();
        assertThat(taken.text("/toSettle")).isEqualTo("true");
        String list = RECORDS + "?toSettle=true&number=" + taken.text("/number");
        assertThat(get("drc-office", list).text("/page/totalElements")).isEqualTo("1");

        Reply settled = put(
                "drc-office",
                RECORDS + "/" + taken.text("/id"),
                taken.etag(),
                with(body.deepCopy(), now -> now.put("procedure", "GENERAL")));
        assertThat(settled.status()).as(settled.body().toString()).isEqualTo(200);
        assertThat(settled.text("/category")).isEqualTo("ADVERSE");
        assertThat(settled.text("/toSettle")).isEqualTo("false");
        assertThat(get("drc-office", list).text("/page/totalElements")).isEqualTo("0");
        assertThat(hand("sys-market", body).status()).isEqualTo(200);

        for (ObjectNode others : List.of(
                with(body.deepCopy(), now -> fields(now).put("cf_nr_fk", "31000")), with(body.deepCopy(), now -> {
                    now.put("procedure", "SUMMARY");
                    fields(now).put("cf_nr_fk", "32000");
                }))) {
            Reply revised = put("sys-market", RECORDS + "/" + taken.text("/id"), null, others);
            assertThat(revised.status()).as(revised.body().toString()).isEqualTo(200);
            assertThat(revised.text("/fields/cf_nr_fk"))
                    .isEqualTo(fields(others).get("cf_nr_fk").asString());
            assertThat(revised.text("/procedure"))
                    .as("what the office has settled stays")
                    .isEqualTo("GENERAL");
            assertThat(revised.text("/category")).isEqualTo("ADVERSE");
            assertThat(revised.text("/toSettle")).isEqualTo("false");
        }
    }

    @Test
    void listsAreNarrowedPagedAndShowPersonsMasked() {
        Reply person = hand("sys-market", penaltyOfPerson(clock.today()));
        hand("sys-approval", licence(clock.today()));
        Reply found = get("sys-market", RECORDS + "?number=" + person.text("/number"));
        assertThat(found.text("/content/0/subject/name")).isEqualTo("李**");
        assertThat(found.text("/content/0/subject/idNumber")).isEqualTo("999999************");
        assertThat(get(
                                "drc-office",
                                RECORDS + "?provider=approval&item=XYGS-XK&state=PUBLISHED&sort=number,desc&size=1")
                        .body()
                        .at("/content"))
                .hasSize(1);
        assertThat(get("sys-market", RECORDS + "?provider=approval").text("/page/totalElements"))
                .isEqualTo("0");
        for (String bad : new String[] {"state=LOST", "size=201", "sort=name", "toSettle=maybe"}) {
            assertThat(get("sys-market", RECORDS + "?" + bad).status()).as(bad).isEqualTo(400);
        }
    }

    @Test
    void whatIsForbiddenIsRefusedAndKeptNowhereC3() {
        Reply refused = hand(
                "sys-market", with(penalty(clock.today()), body -> fields(body).put("bz", "当事人病史：高血压七七八级")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).containsExactly("fields.bz FORBIDDEN_DATA");
        for (String collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection)
                    .find()
                    .forEach(document -> assertThat(document.toString()).doesNotContain("七七八级"));
        }
    }

    @Test
    void latenessAndRefusalsAreCountedByProviderAndMonthC5() {
        String month = YearMonth.from(clock.today()).toString();
        String path = "/api/collection/quality?dept=transport&month=" + month;
        assertThat(get("transport-reporter", path).body().at("/content")).isEmpty();
        hand("sys-transport", penalty(clock.today()));
        Reply late = hand(
                "sys-transport",
                with(
                        penalty(clock.today()),
                        body -> body.put(
                                "decidedOn", clock.today().minusDays(40).toString())));
        assertThat(late.text("/lateness/late")).isEqualTo("true");
        hand("sys-transport", with(penalty(clock.today()), body -> body.remove("decidedOn")));

        Reply quality = get("transport-reporter", path);
        assertThat(quality.text("/content/0/accepted")).isEqualTo("2");
        assertThat(quality.text("/content/0/late")).isEqualTo("1");
        assertThat(quality.text("/content/0/refused")).isEqualTo("1");
        assertThat(get("market-reporter", path).status()).isEqualTo(403);
        assertThat(get("drc-supervisor", path).text("/content/0/dept")).isEqualTo("transport");
        assertThat(get("drc-supervisor", "/api/collection/quality?month=soon").status())
                .isEqualTo(400);
    }
}
