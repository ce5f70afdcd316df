package org.jointcredit.disclosure.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.disclosure.Facts;
import org.jointcredit.disclosure.RunningDisclosure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D1: everybody finds what is public, and nothing else. */
class PublicSearchIT extends RunningDisclosure {
    private static final String CODE = "91150403FAKE00267Y";
    private static final String NAME = "元宝山检索（赤峰）ＡＢ示例有限公司";

    private final ListedSubject company = Facts.organisation(CODE, NAME);

    @ParameterizedTest
    @ValueSource(strings = {CODE, "９１１５０４０３fake00267y", NAME, "元宝山检索(赤峰)ab示例有限公司", "元宝山检索", "检索", "〔赤峰〕ab", "检 索（赤"})
    void anOrganisationIsFoundByCodeAndByAnyPartOfItsName(String q) {
        know(company);

        assertThat(search(q)
                        .at("/content")
                        .valueStream()
                        .map(found -> found.path("name").asString()))
                .as(q)
                .contains(NAME);
    }

    @Test
    void anOldNameIsFoundAndTheNewOneShown() {
        var before = Facts.organisation("91150403FAKE004351", "元宝山旧名检索有限公司");
        tell(facts().about(before).fact());
        var after = Facts.organisation(before.id(), "91150403FAKE004351", "元宝山新名检索有限公司");
        know(facts().about(after)
                .decidedOn(LocalDate.of(2026, 9, 20))
                .version(100)
                .fact());

        var found = search("旧名检索");
        assertThat(found.text("/content/0/id")).isEqualTo(before.id());
        assertThat(found.at("/content/0/names")).hasSize(2);
        assertThat(found.text("/content/0/name")).isEqualTo("元宝山新名检索有限公司");
    }

    @Test
    void whoTakesAnEarlierNameAgainIsShownUnderItC4() {
        String id = Facts.organisation("91150403FAKE009034", "甲名示例有限公司").id();
        for (String told : List.of("2026-09-03 甲", "2026-09-02 乙", "2026-09-01 甲")) {
            know(facts().about(Facts.organisation(id, "91150403FAKE009034", told.substring(11) + "名示例有限公司"))
                    .decidedOn(LocalDate.parse(told.substring(0, 10)))
                    .fact());
        }

        var found = search("乙名示例");
        assertThat(found.text("/content/0/name")).isEqualTo("甲名示例有限公司");
        assertThat(found.at("/content/0/names")).hasSize(2);
    }

    @Test
    void aListThatIsNoneIsNotThere() {
        assertThat(read("/lists/SEVERE-NONE").status()).isEqualTo(404);
        var nobody = read("/lists/SEVERE-TAX");
        assertThat(nobody.status()).isEqualTo(200);
        assertThat(nobody.at("/content")).isEmpty();
    }

    @Test
    void whoIsCalledSoInFullComesFirst() {
        know(Facts.organisation("91150403FAKE00144X", "全名排序示例有限公司赤峰分公司"));
        know(Facts.organisation("91150403FAKE000800", "全名排序示例有限公司"));

        assertThat(search("全名排序示例有限公司").text("/content/0/name")).isEqualTo("全名排序示例有限公司");
    }

    @ParameterizedTest
    @ValueSource(strings = {"((", ".*", "\\\\", "%25", "[a", "$where", ".*检索", "检索|示例", "\\E.*", "检.索"})
    void whatIsAskedForIsNeverAPattern(String q) {
        know(company);

        var answer = search(q);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/content")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "元", "(", "元\u00a0", "元\0宝"})
    void fewerThanTwoCharactersAreRefused(String q) {
        assertThat(search(q).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "page=x", "size=0", "size=201", "sort=code"})
    void aPageOutOfRangeIsRefused(String paging) {
        assertThat(read("/subjects?q=示例&" + paging).status()).isEqualTo(400);
        assertThat(read("/double-disclosure?" + paging).status()).isEqualTo(400);
        assertThat(read("/lists/SEVERE-TAX?" + paging).status()).isEqualTo(400);
    }

    @Test
    void aPersonIsFoundByNameAndLastFourTogetherAndMasked() {
        var person = facts().person("阿卜杜拉·样例", "999999199001010008");
        know(facts().about(person).personName("阿卜杜拉·样例").fact());

        var found = person("阿卜杜拉•样例", "0008");
        assertThat(found.at("/content")).hasSize(1);
        assertThat(found.text("/content/0/name")).isEqualTo("阿******");
        assertThat(read("/subjects/{id}", found.text("/content/0/id")).at("/records/content"))
                .hasSize(1);

        var nobody = person("阿卜杜拉·样例", "0009");
        assertThat(nobody.status()).isEqualTo(found.status());
        assertThat(nobody.at("/content")).isEmpty();
        assertThat(nobody.body().propertyNames()).isEqualTo(found.body().propertyNames());
    }

    @Test
    void aPersonOfWhomNothingIsPublicIsNotFound() {
        var person = facts().person("吴示例", "999999198503120018");
        know(facts().about(person)
                .personName("吴示例")
                .disclosure(Disclosure.CLOSED)
                .fact());

        assertThat(person("吴示例", "0018").at("/content")).isEmpty();
        assertThat(read("/subjects/{id}", person.id()).status()).isEqualTo(404);
    }

    @Test
    void aNameIsNotTriedForEver() {
        for (int tries = 0; tries < 20; tries++) {
            assertThat(person("郑示例", "%04d".formatted(tries)).status()).isEqualTo(200);
        }
        var refused = person("郑示例", "0020");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(refused.retryAfter()))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"李示例\"}",
                "{\"name\":\"李示例\",\"lastFour\":8}",
                "{\"name\":\"李示例\",\"lastFour\":\"123\"}",
                "{\"name\":\"李示例\",\"lastFour\":\"12345\"}",
                "{\"name\":\"\",\"lastFour\":\"1234\"}"
            })
    void nameAndLastFourAreBothNeeded(String body) {
        assertThat(persons(body).status()).isEqualTo(422);
    }

    @Test
    void whatIsClosedWithdrawnArchivedOrOverIsNotShownAndTheLastDayIs() {
        var subject = Facts.organisation("91150403FAKE000800", "元宝山期限示例有限公司");
        LocalDate today = clock.today();
        var lastDay = facts().about(subject).shownUntil(today).fact();
        List<RecordFact> hidden = List.of(
                facts().about(subject).shownUntil(today.minusDays(1)).fact(),
                facts().about(subject).disclosure(Disclosure.CLOSED).fact(),
                facts().about(subject).state(RecordState.WITHDRAWN).fact(),
                facts().about(subject).state(RecordState.ARCHIVED).fact());
        hidden.forEach(this::tell);
        know(lastDay);

        assertThat(read("/subjects/{id}", subject.id())
                        .at("/records/content")
                        .valueStream()
                        .map(record -> record.path("id").asString()))
                .containsExactly(lastDay.record());
    }

    @Test
    void doubleDisclosureIsListedByKindAndDayOfTheDecision() {
        var subject = Facts.organisation("91150403FAKE000800", "元宝山双公示示例有限公司");
        var day = LocalDate.of(2024, 2, 29);
        var penalty = facts().about(subject).decidedOn(day).fact();
        var licence = facts().about(subject).item("XYGS-XK").decidedOn(day).fact();
        tell(penalty);
        tell(facts().about(subject).item("ORG-A-01").decidedOn(day).fact());
        tell(facts().about(subject).decidedOn(day.plusDays(1)).fact());
        know(licence);

        assertThat(ids("/double-disclosure?from=2024-02-29&to=2024-02-29"))
                .containsExactlyInAnyOrder(penalty.record(), licence.record());
        assertThat(ids("/double-disclosure?from=2024-02-29&to=2024-02-29&kind=PENALTY"))
                .containsExactly(penalty.record());
        assertThat(read("/double-disclosure?from=2024-02-30").status()).isEqualTo(400);
        assertThat(read("/double-disclosure?from=2024-03-01&to=2024-02-29").status())
                .isEqualTo(400);
        assertThat(read("/double-disclosure?kind=OTHER").status()).isEqualTo(400);
    }

    @Test
    void aListShowsWhoStandsOnItNow() {
        var subject = Facts.organisation("91150403FAKE000800", "元宝山名单示例有限公司");
        var stands = facts().listing(subject, null, "SEVERE-TEST");
        var over = facts().listing(subject, null, "SEVERE-TEST");
        var ended = facts().listing(subject, null, "SEVERE-TEST");
        tell(over);
        tell(facts().until(over, null, clock.today().minusDays(1)));
        tell(ended);
        tell(facts().ended(ended, null));
        tell(stands);
        eventually(() -> ids("/lists/SEVERE-TEST").equals(List.of(stands.listing())));

        assertThat(read("/subjects/{id}", subject.id()).at("/listings/content")).hasSize(1);
    }

    @Test
    void everyAnswerTellsItsMomentAndLaw() {
        know(company);
        for (String path :
                List.of("/subjects?q=检索", "/subjects/" + company.id(), "/lists/SEVERE-TAX", "/double-disclosure")) {
            var answer = read(path);
            assertThat(answer.text("/asOf")).as(path).endsWith("+08:00");
            assertThat(answer.text("/lawVersion")).as(path).isEqualTo("yuanbaoshan-2021");
        }
        assertThat(read("/rules").text("/version")).isEqualTo("yuanbaoshan-2021");
        assertThat(read("/rules").at("/rules"))
                .allMatch(rule -> !rule.path("basis").asString().isEmpty());
    }

    private List<String> ids(String path) {
        return read(path)
                .at("/content")
                .valueStream()
                .map(each -> each.path("id").asString())
                .toList();
    }

    private void know(ListedSubject subject) {
        know(facts().about(subject).fact());
    }

    private void know(RecordFact fact) {
        tell(fact);
        eventually(() -> mongo.getCollection("records")
                        .countDocuments(new org.bson.Document("_id", fact.record()).append("seen", fact.version()))
                == 1);
        eventually(() -> mongo.getCollection("subjects")
                        .countDocuments(
                                new org.bson.Document("_id", fact.subject().id()))
                == 1);
    }
}
