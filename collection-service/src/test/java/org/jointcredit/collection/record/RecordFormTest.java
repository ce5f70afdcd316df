package org.jointcredit.collection.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.collection.Bodies.COMPANY;
import static org.jointcredit.collection.Bodies.LI;
import static org.jointcredit.collection.Bodies.fields;
import static org.jointcredit.collection.Bodies.licence;
import static org.jointcredit.collection.Bodies.penalty;
import static org.jointcredit.collection.Bodies.penaltyOfPerson;
import static org.jointcredit.collection.Bodies.with;
import static org.jointcredit.collection.Fixtures.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jointcredit.collection.Fixtures;
import org.jointcredit.collection.catalogue.Catalogue;
import org.jointcredit.collection.catalogue.FileLayouts;
import org.jointcredit.collection.catalogue.ForbiddenData;
import org.jointcredit.collection.catalogue.RulePacks;
import org.jointcredit.collection.record.RecordForm.Reading;
import org.jointcredit.collection.subject.IdentityForm;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.platform.form.IdentityReader;
import org.jointcredit.platform.law.Departments;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every rule of a record in turn (C1–C5, A2, A7(5), A10(5), A12, A28). */
class RecordFormTest {
    private static final Sender MARKET = new Sender("market", "sys-market", true, false, null);
    private static final Sender OFFICE = new Sender("drc", "drc-office", false, true, null);

    private final RecordForm form = form();

    private static RecordForm form() {
        var clock = Fixtures.clock();
        var reader = new IdentityReader(clock, true);
        var forbidden = ForbiddenData.shipped();
        return new RecordForm(
                Catalogue.shipped(),
                FileLayouts.shipped(),
                RulePacks.shipped(),
                forbidden,
                reader,
                new IdentityForm(reader),
                new FieldValues(reader, forbidden),
                new Providers(Departments.load(), reader),
                clock);
    }

    @Test
    void whatIsWellInEveryFieldIsTaken() {
        for (ObjectNode body : List.of(penalty(TODAY), penaltyOfPerson(TODAY), licence(TODAY))) {
            assertThat(errors(body)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "item", "subject", "decidedOn", "fields"})
    void everythingWithoutAQuestionMarkIsRequired(String field) {
        assertThat(errors(with(penalty(TODAY), body -> body.remove(field)))).contains(field + " REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cf_wfxw", "cf_sy", "cf_yj", "cf_cflb", "cf_nr", "cf_yxq"})
    void theFieldsOfTheSchemaAreRequiredC1(String field) {
        assertThat(errors(with(penalty(TODAY), body -> fields(body).remove(field))))
                .containsExactly("fields." + field + " REQUIRED");
        assertThat(errors(with(penalty(TODAY), body -> fields(body).put(field, " \u3000"))))
                .containsExactly("fields." + field + " REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "subject.name", "fields.cf_sy", "fields.bz", "fields.cf_frdb", "fields.cf_cfjg"})
    void whatMustNotBeCollectedOfPersonsIsFoundInEveryFreeTextC3(String field) {
        assertThat(errors(with(penalty(TODAY), body -> put(body, field, "血型：O型"))))
                .contains(field + " FORBIDDEN_DATA");
        assertThat(errors(with(penaltyOfPerson(TODAY), body -> put(body, field, "名下房产三套"))))
                .contains(field + " CONSENT_REQUIRED");
        assertThat(errors(with(penalty(TODAY), body -> put(body, field, "名下房产三套"))))
                .doesNotContain(field + " CONSENT_REQUIRED");
    }

    private static void put(ObjectNode body, String path, String text) {
        int dot = path.indexOf('.');
        ObjectNode at = dot < 0 ? body : (ObjectNode) body.get(path.substring(0, dot));
        at.put(path.substring(dot + 1), text);
    }

    @Test
    void whatTheSchemaDoesNotKnowIsRefusedC3() {
        assertThat(errors(with(penalty(TODAY), body -> fields(body).put("bloodType", "A"))))
                .containsExactly("fields.bloodType UNKNOWN_FIELD", "fields.bloodType FORBIDDEN_DATA");
        assertThat(errors(with(penalty(TODAY), body -> fields(body).put("李示例患有乙肝", "x"))))
                .as("the name of a field is not told back where it says something")
                .containsExactly("fields.… UNKNOWN_FIELD");
        assertThat(errors(with(penalty(TODAY), body -> body.put("remark", "a member nobody knows"))))
                .isEmpty();
    }

    @Test
    void valuesAreTexts() {
        assertThat(errors(with(penalty(TODAY), body -> fields(body).put("cf_nr_fk", 20000))))
                .containsExactly("fields.cf_nr_fk FORMAT");
    }

    @ParameterizedTest
    @CsvSource({"-3", "三万元", "1e5", "'1,000'", "1.234"})
    void anAmountIsAPlainDecimal(String amount) {
        assertThat(errors(with(penalty(TODAY), body -> fields(body).put("cf_nr_fk", amount))))
                .containsExactly("fields.cf_nr_fk FORMAT");
    }

    @ParameterizedTest
    @CsvSource({
        "罚款, cf_nr_fk, AMOUNT_REQUIRED",
        "没收违法所得, cf_nr_wfff, AMOUNT_REQUIRED",
        "没收非法财物, cf_nr_wfff, AMOUNT_REQUIRED",
        "暂扣许可证件, cf_nr_zkdx, CERTIFICATE_REQUIRED",
        "吊销许可证件, cf_nr_zkdx, CERTIFICATE_REQUIRED"
    })
    void aKindOfPenaltyAsksForItsAmountOrCertificate(String kind, String field, String code) {
        assertThat(errors(with(
                        penalty(TODAY),
                        body -> fields(body).put("cf_cflb", kind).remove(List.of("cf_nr_fk", "cf_nr_wfff")))))
                .containsExactly("fields." + field + " " + code);
        assertThat(errors(with(
                        penalty(TODAY),
                        body -> fields(body)
                                .put("cf_cflb", kind)
                                .put("cf_nr_fk", "0")
                                .put("cf_nr_wfff", "0.00"))))
                .containsExactly("fields." + field + " " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"警告;通报批评", "警告；通报批评", "警告,通报批评", "警告，通报批评", "警告、 通报批评"})
    void severalKindsArePartedByEverySignThatPeopleUse(String kinds) {
        assertThat(content(with(penalty(TODAY), body -> fields(body).put("cf_cflb", kinds)))
                        .fields())
                .containsEntry("cf_cflb", "警告;通报批评");
    }

    @Test
    void anUnknownKindIsRefusedAndNeverReadAsAnother() {
        assertThat(errors(with(penalty(TODAY), body -> fields(body).put("cf_cflb", "罚款;口头教育"))))
                .containsExactly("fields.cf_cflb UNKNOWN_CODE");
        assertThat(errors(with(licence(TODAY), body -> fields(body).put("xk_xklb", "正常"))))
                .containsExactly("fields.xk_xklb UNKNOWN_CODE");
    }

    @Test
    void nobodyAsksForAPenaltyToBeShownLongerThanThePackAllowsA28() {
        assertThat(errors(with(penalty(TODAY), body -> body.put("validUntil", "2031-11-20"))))
                .isEmpty();
        assertThat(errors(with(penalty(TODAY), body -> body.put("validUntil", "2031-11-21"))))
                .containsExactly("validUntil PERIOD_TOO_LONG");
        assertThat(errors(with(penalty(TODAY), body -> {
                    body.put("validUntil", "2031-11-21").remove("behaviourEndedOn");
                })))
                .containsExactly("validUntil PERIOD_TOO_LONG");
        assertThat(errors(with(licence(TODAY), body -> body.put("validUntil", "2041-11-21"))))
                .isEmpty();
    }

    @Test
    void aRecordOfAFileIsReadAgainByTheClockItCameWithA28() {
        ObjectNode body = with(penalty(TODAY), of -> of.remove("behaviourEndedOn"));

        assertThat(shownUntil(form.read(body, MARKET, true))).isEqualTo("2031-11-20");
        assertThat(shownUntil(form.reread(body, MARKET, "penalties-2021"))).isEqualTo("2031-11-20");
        assertThat(shownUntil(form.reread(body, MARKET, null)))
                .as("behaviour that has not ended starts no clock")
                .isNull();
    }

    private static @Nullable LocalDate shownUntil(Reading reading) {
        return Objects.requireNonNull(reading.judged()).shownUntil();
    }

    @Test
    void whatIsOddAboutACodeIsSaidOnce() {
        String legacy = "91150403FAKE000813"; // the organisation's code inside fails its own check
        ObjectNode odd = with(penalty(TODAY), body -> {
            subject(body).put("code", legacy);
            fields(body).put("cf_xdr_shxym", legacy);
        });
        assertThat(read(odd, MARKET, false).warnings())
                .extracting(warning -> warning.field() + " " + warning.code())
                .containsExactly("subject.code INNER_CHECK");
    }

    @Test
    void aDayBeforeAnybodyCountedIsNone() {
        assertThat(errors(with(penalty(TODAY), body -> body.put("decidedOn", "0000-01-01"))))
                .contains("decidedOn FORMAT");
        assertThat(errors(with(licence(TODAY), body -> fields(body).put("xk_yxqz", "1899-12-31"))))
                .containsExactly("fields.xk_yxqz FORMAT");
    }

    @Test
    void datesFollowOneAnotherAndNothingIsPublishedForTooLong() {
        assertThat(errors(with(penalty(TODAY), body -> fields(body).put("cf_gsjzq", "2026-11-19"))))
                .containsExactly("fields.cf_gsjzq DATE_ORDER");
        assertThat(errors(with(penalty(TODAY), body -> fields(body).put("cf_gsjzq", "2031-11-20"))))
                .isEmpty();
        assertThat(errors(with(penalty(TODAY), body -> fields(body).put("cf_gsjzq", "2031-11-21"))))
                .containsExactly("fields.cf_gsjzq PERIOD_TOO_LONG");
        assertThat(errors(with(licence(TODAY), body -> fields(body).put("xk_yxqzi", "2020-01-01"))))
                .containsExactly("fields.xk_yxqzi DATE_ORDER");
        assertThat(errors(with(penalty(TODAY), body -> body.put("decidedOn", "2026-11-26"))))
                .contains("decidedOn DATE_IN_FUTURE");
        assertThat(errors(with(penalty(TODAY), body -> body.put("behaviourEndedOn", "2026-11-26"))))
                .containsExactly("behaviourEndedOn DATE_IN_FUTURE");
        assertThat(errors(with(penalty(TODAY), body -> body.put("validUntil", "2026-11-01"))))
                .containsExactly("validUntil DATE_ORDER");
    }

    @Test
    void theDecidingBodysOwnCodeIsNoSubject() {
        assertThat(errors(with(penalty(TODAY), body -> subject(body).put("code", "11150403MB1A000362"))))
                .containsExactly("subject.code OWN_CODE");
        assertThat(errors(with(penalty(TODAY), body -> {
                    subject(body).put("code", "11150403MB1A000287");
                    fields(body).put("cf_cfjg", "赤峰市元宝山区税务局");
                })))
                .containsExactly("subject.code OWN_CODE");
    }

    @Test
    void theSortOfThePartyFitsTheSubject() {
        assertThat(errors(with(penalty(TODAY), body -> fields(body).put("cf_xdr_lb", "其他"))))
                .containsExactly("fields.cf_xdr_lb UNKNOWN_CODE");
        assertThat(errors(with(penalty(TODAY), body -> fields(body).put("cf_xdr_lb", "自然人"))))
                .containsExactly("fields.cf_xdr_lb CODE_NOT_ALLOWED");
        assertThat(errors(with(penaltyOfPerson(TODAY), body -> subject(body).put("code", COMPANY))))
                .containsExactly("subject.code CODE_NOT_ALLOWED");
    }

    @Test
    void aHouseholdHasACodeAndItsOperatorIsLinkedC4() {
        var content = content(with(
                penalty(TODAY),
                body -> fields(body)
                        .put("cf_xdr_lb", "个体工商户")
                        .put("cf_xdr_zjhm", LI)
                        .remove(List.of("cf_fr_zjlx", "cf_fr_sfzh"))));
        assertThat(Objects.requireNonNull(content.behind()).who().name()).isEqualTo("李示例");
        assertThat(content.fields()).doesNotContainKey("cf_xdr_zjhm").doesNotContainValue(LI);
    }

    @Test
    void whatTheEnvelopeSaysMayBeLeftOutAndAgreesWhereItStands() {
        assertThat(errors(with(
                        penalty(TODAY),
                        body -> fields(body)
                                .put("cf_wsh", body.get("number").asString())
                                .put("cf_xdr_mc", "元宝山示例有限公司")
                                .put("cf_xdr_shxym", COMPANY)
                                .put("cf_jdrq", body.get("decidedOn").asString()))))
                .isEmpty();
        assertThat(errors(with(
                        penalty(TODAY),
                        body -> fields(body)
                                .put("cf_wsh", "another")
                                .put("cf_xdr_mc", "另一公司")
                                .put("cf_xdr_shxym", "91150403FAKE00267Y")
                                .put("cf_jdrq", "2026-01-01"))))
                .containsExactly(
                        "fields.cf_wsh FORMAT",
                        "fields.cf_xdr_mc FORMAT",
                        "fields.cf_jdrq FORMAT",
                        "fields.cf_xdr_shxym FORMAT");
    }

    @Test
    void ofADocumentOfUnknownKindNothingElseIsSaid() {
        assertThat(errors(with(
                        penalty(TODAY),
                        body -> fields(body).put("cf_fr_zjlx", "驾驶证").put("cf_fr_sfzh", "D1234567"))))
                .containsExactly("fields.cf_fr_zjlx UNKNOWN_CODE");
    }

    @Test
    void aPersonIsOfFullCapacityOnTheDayOfTheActOrElseOfTheDecisionA2() {
        String of16 = "999999201011200019"; // born 2010-11-20, 16 on the day of the decision
        ObjectNode body = with(penaltyOfPerson(TODAY), young -> {
            young.remove("behaviourEndedOn");
            subject(young).put("idNumber", checked(of16));
        });
        assertThat(errors(with(
                        body.deepCopy(),
                        acted -> acted.put("ownEarnings", true).put("behaviourEndedOn", "2026-11-19"))))
                .as("15 when it acted")
                .containsExactly("subject.idNumber NOT_OF_AGE");
        assertThat(errors(body)).containsExactly("subject.idNumber NOT_OF_AGE");
        assertThat(errors(with(body.deepCopy(), earns -> earns.put("ownEarnings", true))))
                .isEmpty();
        assertThat(read(with(body.deepCopy(), earns -> earns.put("ownEarnings", true)), MARKET, true)
                        .errors())
                .as("files have no such statement")
                .isNotEmpty();
        ObjectNode of15 = with(body.deepCopy(), younger -> {
            younger.put("ownEarnings", true);
            subject(younger).put("idNumber", checked("999999201011210010"));
        });
        assertThat(errors(of15)).containsExactly("subject.idNumber NOT_OF_AGE");
    }

    @Test
    void onlyAPenaltyHasAProcedureA75() {
        assertThat(errors(with(licence(TODAY), body -> body.put("procedure", "GENERAL"))))
                .containsExactly("procedure CODE_NOT_ALLOWED");
        assertThat(errors(with(penalty(TODAY), body -> body.put("procedure", "ORDINARY"))))
                .containsExactly("procedure UNKNOWN_CODE");
    }

    @Test
    void onlyTheGeneralProcedureMakesItAdverseAndTheRestIsPublishedOnlyA75A105() {
        assertThat(judged(penalty(TODAY)).category()).isEqualTo(RecordCategory.ADVERSE);
        assertThat(judged(penalty(TODAY)).toSettle()).isFalse();
        Judged summary = judged(with(penalty(TODAY), body -> body.put("procedure", "SUMMARY")));
        assertThat(summary.category()).isNull();
        assertThat(summary.toSettle()).isFalse();
        Judged unstated = judged(with(penalty(TODAY), body -> body.remove("procedure")));
        assertThat(unstated.category()).isNull();
        assertThat(unstated.toSettle()).isTrue();
        Judged person = judged(penaltyOfPerson(TODAY));
        assertThat(person.category()).isNull();
        assertThat(person.toSettle()).isTrue();
        Judged withBasis =
                judged(with(penaltyOfPerson(TODAY), body -> fields(body).put("adverseBasis", "《某法》第十条")));
        assertThat(withBasis.category()).isEqualTo(RecordCategory.ADVERSE);
        assertThat(withBasis.toSettle()).isFalse();
        assertThat(judged(licence(TODAY)).category()).isEqualTo(RecordCategory.BASIC);
    }

    @Test
    void adverseInformationIsShownForFiveYearsFromTheEndOfTheBehaviourA28() {
        assertThat(judged(penalty(TODAY)).shownUntil()).isEqualTo("2031-10-26");
        assertThat(judged(with(penalty(TODAY), body -> fields(body).put("cf_gsjzq", "2029-11-20")))
                        .shownUntil())
                .isEqualTo("2029-11-20");
        assertThat(judged(with(penalty(TODAY), body -> body.remove("behaviourEndedOn")))
                        .shownUntil())
                .as("behaviour that has not ended starts no clock")
                .isNull();
        assertThat(Objects.requireNonNull(
                                read(with(penalty(TODAY), body -> body.remove("behaviourEndedOn")), MARKET, true)
                                        .judged())
                        .shownUntil())
                .as("in a file the day of the decision stands in")
                .isEqualTo("2031-11-20");
    }

    @Test
    void whoIsShownForLessIsKeptForThePeriodOfA28AllTheSame() {
        ObjectNode body = with(penalty(TODAY), less -> fields(less).put("cf_gsjzq", "2029-11-20"));
        Judged judged = judged(body);
        assertThat(judged.shownUntil()).isEqualTo("2029-11-20");
        assertThat(judged.adverseUntil()).isEqualTo("2031-10-26");

        ObjectNode notEnded = with(body, one -> one.remove("behaviourEndedOn"));
        assertThat(judged(notEnded).adverseUntil()).isNull();
        Judged ofFile = Objects.requireNonNull(read(notEnded, MARKET, true).judged());
        assertThat(ofFile.shownUntil()).isEqualTo("2029-11-20");
        assertThat(ofFile.adverseUntil()).isEqualTo("2031-11-20");
        assertThat(judged(with(penalty(TODAY), body2 -> body2.put("procedure", "SUMMARY")))
                        .adverseUntil())
                .isNull();
    }

    @Test
    void aRuleOnAFieldHoldsInAFileWhereTheLayoutHasTheField() {
        Consumer<ObjectNode> of2016 = body ->
                fields(body).remove(List.of("cf_wfxw", "cf_yxq", "cf_nr_fk", "cf_nr_wfff", "cf_fr_zjlx", "cf_fr_sfzh"));
        assertThat(codes(read(with(penalty(TODAY), of2016), MARKET, true))).isEmpty();
        assertThat(codes(read(
                        with(
                                with(penalty(TODAY), of2016),
                                body -> fields(body)
                                        .put("cf_wfxw", "")
                                        .put("cf_nr_fk", "")
                                        .put("cf_cfjg", "")),
                        MARKET,
                        true)))
                .containsExactlyInAnyOrder(
                        "fields.cf_wfxw REQUIRED", "fields.cf_cfjg REQUIRED", "fields.cf_nr_fk AMOUNT_REQUIRED");
    }

    @Test
    void atItsRevisionToo() {
        ObjectNode body = with(
                penalty(TODAY),
                of2016 -> fields(of2016).remove(List.of("cf_wfxw", "cf_yxq", "cf_nr_fk", "cf_nr_wfff")));
        assertThat(codes(form.reread(body, MARKET, "penalties-2016"))).isEmpty();
        assertThat(codes(form.reread(body, MARKET, "penalties-2021")))
                .containsExactlyInAnyOrder(
                        "fields.cf_wfxw REQUIRED",
                        "fields.cf_yxq REQUIRED",
                        "fields.cf_nr_fk AMOUNT_REQUIRED",
                        "fields.cf_nr_wfff AMOUNT_REQUIRED");
        assertThat(codes(form.reread(
                        with(body.deepCopy(), less -> fields(less).remove("cf_sy")), MARKET, "penalties-2016")))
                .containsExactly("fields.cf_sy REQUIRED");
    }

    @Test
    void whoseRecordItIsSaysTheProvidersCodeAndTheCreditOfficeHandsInForAll() {
        ObjectNode ofTax = with(penalty(TODAY), body -> fields(body).put("cf_sjlydm", "11150403MB1A000287"));
        assertThat(read(ofTax, MARKET, false).notYours()).isEqualTo("fields.cf_sjlydm");
        assertThat(read(ofTax, OFFICE, false).provider()).isEqualTo("tax");
        assertThat(codes(read(with(penalty(TODAY), body -> fields(body).put("cf_sjlydm", COMPANY)), OFFICE, false)))
                .containsExactly("fields.cf_sjlydm UNKNOWN_CODE");
        ObjectNode of2016 = with(penalty(TODAY), body -> fields(body).put("cf_sjly", "赤峰市元宝山区税务局"));
        assertThat(read(of2016, MARKET, true).notYours()).isEqualTo("fields.cf_sjly");
        assertThat(read(of2016, OFFICE, true).provider()).isEqualTo("tax");
        assertThat(read(
                                with(
                                        penalty(TODAY),
                                        body -> body.put("item", "ORG-A-08").put("provider", "tax")),
                                MARKET,
                                false)
                        .notYours())
                .isEqualTo("provider");
    }

    @Test
    void forbiddenDataIsRefusedInEveryTextOfOrganisationsTooAndAWordAloneIsNoneC3() {
        assertThat(errors(with(penalty(TODAY), body -> fields(body).put("cf_sy", "当事人患有高血压"))))
                .containsExactly("fields.cf_sy FORBIDDEN_DATA");
        assertThat(errors(with(penalty(TODAY), body -> {
                    subject(body).put("name", "赤峰示例基因检测有限公司");
                    fields(body).put("cf_sy", "未按规定保管病历");
                })))
                .isEmpty();
    }

    @Test
    void whatNeedsThePersonsConsentIsTakenWithItOnlyC3() {
        ObjectNode body = with(penaltyOfPerson(TODAY), rich -> fields(rich).put("cf_sy", "当事人年收入：12万元"));
        assertThat(errors(body)).containsExactly("fields.cf_sy CONSENT_REQUIRED");
        assertThat(errors(with(
                        body.deepCopy(),
                        agreed -> agreed.putObject("consent")
                                .put("document", "同意书2026-1")
                                .put("date", "2026-11-01"))))
                .isEmpty();
        assertThat(errors(with(penalty(TODAY), firm -> fields(firm).put("cf_sy", "年收入：12万元"))))
                .as("an organisation's are not a person's")
                .isEmpty();
    }

    @Test
    void whatIsSwitchedOffIsNotCollectedA92() {
        ObjectNode body = with(penaltyOfPerson(TODAY), optional -> optional.put("item", "PER-B-02"));
        assertThat(errors(body)).contains("item UNKNOWN_CODE");
    }

    @Test
    void anItemTakesItsKindOfSubjectOnly() {
        assertThat(errors(with(penaltyOfPerson(TODAY), body -> {
                    body.put("item", "ORG-A-08").remove("procedure");
                    body.putObject("fields").put("authority", "赤峰市元宝山区市场监督管理局").put("content", "无法联系");
                })))
                .containsExactly("subject.kind UNKNOWN_CODE");
    }

    @Test
    void whatIsNotDeclaredPublicStaysClosedUntilItIsShownToBePublishedA17() {
        ObjectNode body = with(penalty(TODAY), arrears -> {
            arrears.put("item", "ORG-A-01").remove("procedure");
            arrears.putObject("fields")
                    .put("kind", "税款")
                    .put("authority", "赤峰市元宝山区税务局")
                    .put("content", "欠缴增值税");
        });
        assertThat(judged(body).disclosure()).isEqualTo(Disclosure.CLOSED);
        fields(body).put("publishedIn", "欠税公告2026年第3号");
        assertThat(judged(body).disclosure()).isEqualTo(Disclosure.PUBLIC);
    }

    private Reading read(ObjectNode body, Sender sender, boolean inFile) {
        return form.read(body, sender, inFile);
    }

    private RecordContent content(ObjectNode body) {
        return Objects.requireNonNull(read(body, MARKET, false).content());
    }

    private Judged judged(ObjectNode body) {
        Reading reading = read(body, MARKET, false);
        assertThat(codes(reading)).isEmpty();
        return Objects.requireNonNull(reading.judged());
    }

    private List<String> errors(ObjectNode body) {
        return codes(read(body, MARKET, false));
    }

    private static List<String> codes(Reading reading) {
        return reading.errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    private static ObjectNode subject(ObjectNode body) {
        return (ObjectNode) Objects.requireNonNullElse(body.get("subject"), JsonNodeFactory.instance.objectNode());
    }

    /** With the check character that fits. */
    private static String checked(String number) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (number.charAt(i) - '0') * weights[i];
        }
        return number.substring(0, 17) + "10X98765432".charAt(sum % 11);
    }
}
