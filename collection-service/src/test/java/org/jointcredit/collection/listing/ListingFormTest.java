package org.jointcredit.collection.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.collection.Bodies.LI;
import static org.jointcredit.collection.Bodies.listing;
import static org.jointcredit.collection.Bodies.person;
import static org.jointcredit.collection.Bodies.with;
import static org.jointcredit.collection.Bodies.withCheck;
import static org.jointcredit.collection.Fixtures.TODAY;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jointcredit.collection.Fixtures;
import org.jointcredit.collection.catalogue.ForbiddenData;
import org.jointcredit.collection.listing.ListingForm.Reading;
import org.jointcredit.collection.subject.IdentityForm;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.platform.form.IdentityReader;
import org.jointcredit.platform.law.Departments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every field of a listing in turn: missing, too long, of the wrong type, wrong in itself (C4, C6, A2). */
class ListingFormTest {
    private static final Sender MARKET = new Sender("market", "sys-market", true, false, null);
    private static final Sender OFFICER = new Sender("market", "market-reporter", false, false, null);

    private final ListingForm form = form(true);

    private static ListingForm form(boolean demo) {
        var clock = Fixtures.clock();
        return new ListingForm(
                ListTypes.shipped(),
                Departments.load(),
                new IdentityForm(new IdentityReader(clock, demo)),
                new Prose(ForbiddenData.shipped()),
                clock);
    }

    @Test
    void aListingThatIsWellInEveryFieldIsTaken() {
        assertThat(errors(listing(TODAY))).isEmpty();
        assertThat(errors(person(TODAY))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number",
                "subject.name",
                "persons[0].name",
                "decision.document",
                "decision.authority",
                "decision.basis",
                "decision.facts",
                "decision.proposedBy",
                "decision.decidedBy",
                "evidence[0].name"
            })
    void whatMustNotBeCollectedOfPersonsIsFoundInEveryFreeTextC3(String field) {
        var ill = JsonNodeFactory.instance.stringNode("李示例患有乙肝");
        assertThat(errors(set(listing(TODAY), field, ill))).contains(field + " FORBIDDEN_DATA");
        var rich = JsonNodeFactory.instance.stringNode("年收入30万元");
        String ofPerson = field.replace("persons[0]", "subject");
        assertThat(errors(set(person(TODAY), ofPerson, rich))).contains(ofPerson + " CONSENT_REQUIRED");
    }

    @Test
    void whatACompanyEarnsNeedsNobodysConsent() {
        var rich = JsonNodeFactory.instance.stringNode("年收入30万元未申报。");
        assertThat(errors(set(listing(TODAY), "decision.facts", rich))).isEmpty();
    }

    @Test
    void all40SampleListingsAreTaken() throws IOException {
        try (var file = getClass().getResourceAsStream("/samples/listings.json")) {
            for (JsonNode sample : ContractJson.mapper().readTree(file)) {
                var sender = new Sender(sample.get("dept").asString(), "sys", true, false, null);
                var reading = form.read((ObjectNode) sample.get("listing"), sender);
                assertThat(reading.errors())
                        .as(sample.at("/listing/number").asString())
                        .isEmpty();
                assertThat(reading.listType()).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number",
                "listType",
                "subject",
                "subject.kind",
                "subject.code",
                "subject.name",
                "persons",
                "persons[0].role",
                "persons[0].name",
                "persons[0].idNumber",
                "decision",
                "decision.document",
                "decision.authority",
                "decision.date",
                "decision.basis",
                "decision.facts",
                "decision.proposedBy",
                "decision.decidedBy",
                "effectiveFrom",
                "evidence",
                "evidence[0].name",
                "evidence[0].sha256"
            })
    void everythingWithoutAQuestionMarkIsRequiredAndBlankIsMissing(String field) {
        var values = JsonNodeFactory.instance;
        boolean isText = node(listing(TODAY), field).isString();
        var missing = isText
                ? List.of(values.nullNode(), values.stringNode(""), values.stringNode(" \u200b\u3000 "))
                : List.of(values.nullNode());
        for (JsonNode value : missing) {
            assertThat(errors(set(listing(TODAY), field, value))).contains(field + " REQUIRED");
        }
        assertThat(errors(remove(listing(TODAY), field)))
                .contains(field + " REQUIRED")
                .allMatch(error -> error.startsWith(field) || error.equals("decision.decidedBy FOUR_EYES"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"until", "basedOn", "persons[1].documentKind", "persons[1].directlyResponsible"})
    void whatHasAQuestionMarkMayBeLeftOut(String field) {
        assertThat(errors(remove(listing(TODAY), field))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "number, 64",
        "subject.name, 200",
        "persons[0].name, 200",
        "decision.document, 128",
        "decision.authority, 200",
        "decision.basis, 2048",
        "decision.facts, 5000",
        "decision.proposedBy, 100",
        "decision.decidedBy, 100"
    })
    void lengthsAreCountedInCodePoints(String field, int most) {
        var values = JsonNodeFactory.instance;
        assertThat(errors(set(listing(TODAY), field, values.stringNode("𠮷".repeat(most)))))
                .isEmpty();
        assertThat(errors(set(listing(TODAY), field, values.stringNode("𠮷".repeat(most + 1)))))
                .containsExactly(field + " TOO_LONG");
    }

    @Test
    void thereAreAtMost200PersonsAnd50PiecesOfEvidence() {
        ObjectNode body = listing(TODAY);
        for (String list : List.of("persons", "evidence")) {
            var entries = body.withArray(list);
            JsonNode first = entries.get(0);
            for (int i = entries.size(); i < (list.equals("persons") ? 200 : 50); i++) {
                entries.add(first);
            }
        }
        assertThat(errors(body)).isEmpty();
        body.withArray("persons").add(body.withArray("persons").get(0));
        body.withArray("evidence").add(body.withArray("evidence").get(0));
        assertThat(errors(body)).containsExactly("persons TOO_LONG", "evidence TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number",
                "listType",
                "subject",
                "subject.kind",
                "subject.code",
                "subject.name",
                "persons",
                "persons[0]",
                "persons[0].role",
                "persons[0].name",
                "persons[0].idNumber",
                "persons[0].documentKind",
                "persons[0].directlyResponsible",
                "decision",
                "decision.document",
                "decision.authority",
                "decision.date",
                "decision.basis",
                "decision.facts",
                "decision.proposedBy",
                "decision.decidedBy",
                "basedOn",
                "effectiveFrom",
                "until",
                "evidence",
                "evidence[0].name",
                "evidence[0].sha256"
            })
    void aValueOfTheWrongTypeIsFormat(String field) {
        assertThat(errors(set(listing(TODAY), field, JsonNodeFactory.instance.numberNode(91150403L))))
                .containsExactly(field + " FORMAT");
    }

    @ParameterizedTest
    @MethodSource
    void whatIsWrongInItself(String field, String value, String code) {
        assertThat(errors(set(listing(TODAY), field, JsonNodeFactory.instance.stringNode(value))))
                .containsExactly(field + " " + code);
    }

    static Stream<Arguments> whatIsWrongInItself() {
        return Stream.of(
                        List.of("listType", "SEVERE-NOTHING", "UNKNOWN_CODE"),
                        List.of("subject.kind", "COMPANY", "UNKNOWN_CODE"),
                        List.of("subject.code", "91150403FAKE000801", "CHECK_DIGIT"),
                        List.of("subject.code", "91150403FAKE00080", "FORMAT"),
                        List.of("subject.code", "91150403FAKEO00800", "FORMAT"),
                        List.of("subject.code", "91150403FAKE\u200b000800", "FORMAT"),
                        List.of("subject.code", "1.23E+17", "FORMAT"),
                        List.of("subject.code", LI, "FORMAT"),
                        List.of("subject.code", "11150403MB1A000362", "OWN_CODE"),
                        List.of("persons[0].role", "OWNER", "UNKNOWN_CODE"),
                        List.of("persons[0].documentKind", "驾驶证", "UNKNOWN_CODE"),
                        List.of("persons[0].idNumber", "999999199001010007", "CHECK_DIGIT"),
                        List.of("persons[0].idNumber", "999999900101000", "FORMAT"),
                        List.of("persons[0].idNumber", "99999919900230000X", "FORMAT"),
                        List.of("persons[0].idNumber", "999999 199001010008", "FORMAT"),
                        List.of("number", "a b", "FORMAT"),
                        List.of("number", "a\u200bb", "FORMAT"),
                        List.of("subject.name", "元宝山\u0000公司", "FORMAT"),
                        List.of("decision.date", "2026-02-30", "FORMAT"),
                        List.of("decision.date", "2026/1/2", "FORMAT"),
                        List.of("decision.date", "2026-11-26", "DATE_IN_FUTURE"),
                        List.of("effectiveFrom", "2026-11-26", "DATE_IN_FUTURE"),
                        List.of("effectiveFrom", "2026-11-15", "DATE_ORDER"),
                        List.of("until", "2026-11-24", "DATE_ORDER"),
                        List.of("decision.decidedBy", "许刚", "FOUR_EYES"),
                        List.of("decision.decidedBy", "\u3000许 刚\u200b", "FOUR_EYES"),
                        List.of("evidence[0].sha256", "3c40", "FORMAT"))
                .map(row -> Arguments.of(row.toArray()));
    }

    @Test
    void numbersAndCodesAreReadInAnyWidthAndFreedOfASpreadsheetsGuard() {
        ObjectNode body = listing(TODAY);
        set(body, "subject.code", JsonNodeFactory.instance.stringNode("\t=\"９１150403fake000800\""));
        set(body, "persons[0].idNumber", JsonNodeFactory.instance.stringNode("'９９９９９９199001010008\u00a0"));
        set(body, "subject.name", JsonNodeFactory.instance.stringNode("䶮𠮷·（赤峰）公司"));

        Reading reading = form.read(body, MARKET);

        assertThat(reading.errors()).isEmpty();
        var content = Objects.requireNonNull(reading.content());
        assertThat(content.subject().key()).isEqualTo("91150403FAKE000800");
        assertThat(content.subject().name()).isEqualTo("䶮𠮷·（赤峰）公司");
        assertThat(content.persons().getFirst().who().key()).isEqualTo("CITIZEN:" + LI);
    }

    @Test
    void aSubjectOfASortThatTheListDoesNotTakeIsRefused() {
        assertThat(errors(with(person(TODAY), body -> body.put("listType", "SEVERE-CCC"))))
                .containsExactly("subject.kind UNKNOWN_CODE");
    }

    @Test
    void aPersonHasNoCode() {
        assertThat(errors(
                        set(person(TODAY), "subject.code", JsonNodeFactory.instance.stringNode("91150403FAKE000800"))))
                .containsExactly("subject.code CODE_NOT_ALLOWED");
        assertThat(errors(remove(person(TODAY), "subject.idNumber"))).containsExactly("subject.idNumber REQUIRED");
    }

    @Test
    void agesCountOnTheDayOfTheDecisionA2() {
        String eighteen = withCheck("99999920081116000");
        String oneDayYounger = withCheck("99999920081117000");
        assertThat(errors(set(person(TODAY), "subject.idNumber", text(eighteen))))
                .isEmpty();
        assertThat(errors(set(person(TODAY), "subject.idNumber", text(oneDayYounger))))
                .containsExactly("subject.idNumber NOT_OF_AGE");
        assertThat(errors(set(listing(TODAY), "persons[1].idNumber", text(oneDayYounger))))
                .containsExactly("persons[1].idNumber NOT_OF_AGE");
    }

    @Test
    void whoIsSixteenAndLivesOnOwnEarningsIsOfFullCapacityWhereTheDepartmentSaysSoA2() {
        JsonNode sixteen = text(withCheck("99999920101116000"));
        JsonNode oneDayYounger = text(withCheck("99999920101117000"));
        JsonNode yes = JsonNodeFactory.instance.booleanNode(true);
        for (String who : List.of("subject", "persons[1]")) {
            Supplier<ObjectNode> body = () -> who.equals("subject") ? person(TODAY) : listing(TODAY);
            String number = who + ".idNumber";
            assertThat(errors(set(body.get(), number, sixteen))).containsExactly(number + " NOT_OF_AGE");
            assertThat(errors(set(set(body.get(), number, sixteen), who + ".ownEarnings", yes)))
                    .isEmpty();
            assertThat(errors(set(set(body.get(), number, oneDayYounger), who + ".ownEarnings", yes)))
                    .containsExactly(number + " NOT_OF_AGE");
            assertThat(errors(set(body.get(), who + ".ownEarnings", text("yes"))))
                    .containsExactly(who + ".ownEarnings FORMAT");
        }
    }

    @Test
    void numbersOfTheRegionThatDoesNotExistAreTakenInTheDemonstrationOnly() {
        assertThat(form(false).read(person(TODAY), MARKET).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).isEqualTo("subject.idNumber"));
    }

    @Test
    void anOfficerIsNotAskedWhoProposesAndDecides() {
        ObjectNode body = remove(remove(listing(TODAY), "decision.proposedBy"), "decision.decidedBy");
        Reading reading = form.read(body, OFFICER);
        assertThat(reading.errors()).isEmpty();
        assertThat(Objects.requireNonNull(reading.content()).officers()).isNull();
    }

    @Test
    void noErrorRepeatsAnIdentifierX4() {
        ObjectNode body = set(listing(TODAY), "persons[0].idNumber", text("999999199001010007"));
        assertThat(form.read(body, MARKET).errors().toString()).doesNotContain("999999199001010007");
    }

    @Test
    void oddThingsThatAreTakenAreWarnedOf() {
        ObjectNode body = set(listing(TODAY), "decision.facts", text("当事人身份证999999199001010008，属实。"));
        var warnings = form.read(body, MARKET).warnings();
        assertThat(warnings.stream().map(warning -> warning.field() + " " + warning.code()))
                .contains("decision.facts ID_IN_TEXT");
    }

    @Test
    void theSameContentIsTheSameHoweverItIsWrittenAndOtherContentIsNot() {
        ObjectNode body = listing(TODAY);
        String canonical = canonical(body);
        ObjectNode same = set(body.deepCopy(), "subject.code", text("９１150403fake000800"));
        same.put("unknown", 1);
        assertThat(canonical(same)).isEqualTo(canonical);
        Consumer<String> isOther = field -> {
            ObjectNode other =
                    set(body.deepCopy(), field, text(node(body, field).asString() + "x"));
            assertThat(canonical(other)).as(field).isNotEqualTo(canonical);
        };
        List.of("number", "subject.name", "persons[0].name", "decision.facts", "decision.decidedBy", "evidence[0].name")
                .forEach(isOther);
        assertThat(canonical(remove(body.deepCopy(), "until"))).isNotEqualTo(canonical);
    }

    private String canonical(ObjectNode body) {
        return Objects.requireNonNull(form.read(body, MARKET).content()).canonical();
    }

    private List<String> errors(ObjectNode body) {
        return form.read(body, MARKET).errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.stringNode(value);
    }

    private static JsonNode node(ObjectNode body, String path) {
        return body.at("/" + path.replace("[", "/").replace("]", "").replace('.', '/'));
    }

    private static ObjectNode set(ObjectNode body, String path, JsonNode value) {
        if (path.endsWith("]")) {
            body.withArray(path.substring(0, path.indexOf('['))).set(0, value);
        } else {
            parent(body, path).set(path.substring(path.lastIndexOf('.') + 1), value);
        }
        return body;
    }

    private static ObjectNode remove(ObjectNode body, String path) {
        parent(body, path).remove(path.substring(path.lastIndexOf('.') + 1));
        return body;
    }

    private static ObjectNode parent(ObjectNode body, String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? body : (ObjectNode) node(body, path.substring(0, dot));
    }
}
