package org.jointcredit.platform.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jointcredit.contract.identity.Read;
import org.jointcredit.contract.identity.UnifiedCode;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.contract.problem.FieldWarning;
import org.jointcredit.contract.problem.WarningCode;
import org.jointcredit.platform.json.StrictJson;
import org.jointcredit.platform.web.ErrorTexts;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C2: all errors of a body at once, each on its field; domain-facts.md, Text. */
class FormTest {
    enum Kind {
        ORGANISATION,
        PERSON
    }

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static Form form(String json) {
        return Form.of(StrictJson.object(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Form field(String value) {
        return form("{\"a\":" + value + "}");
    }

    private static @Nullable UnifiedCode unified(Form form) {
        return form.read("a", text -> UnifiedCode.read(text, TODAY, true), "GB 32100-2015");
    }

    private static List<String> errors(Form form) {
        return form.errors().stream()
                .map(error -> error.field() + ":" + error.code())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":null}", "{\"a\":\"\"}", "{\"a\":\" \\t\\u3000\\u00A0\\uFEFF\\u200B\"}"})
    void missingNullEmptyAndBlankAreAllRequired(String json) {
        List<Consumer<Form>> reads = List.of(
                form -> assertThat(form.text("a", 5)).isEmpty(),
                form -> assertThat(form.prose("a", 5)).isEmpty(),
                form -> assertThat(form.visibleText("a", 5)).isEmpty(),
                form -> assertThat(form.code("a", 5)).isEmpty(),
                form -> assertThat(form.date("a")).isNull(),
                form -> assertThat(form.instant("a")).isNull(),
                form -> assertThat(form.amount("a")).isNull(),
                form -> assertThat(form.enumOf("a", Kind.class)).isNull(),
                form -> assertThat(form.matching("a", Pattern.compile("x"))).isEmpty(),
                form -> assertThat(unified(form)).isNull());
        for (var read : reads) {
            var form = form(json);
            read.accept(form);
            assertThat(errors(form)).containsExactly("a:REQUIRED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":null}", "{\"a\":\"\"}", "{\"a\":\" \"}"})
    void whatMayBeLeftOutIsNullThen(String json) {
        var form = form(json);
        assertThat(form.optionalText("a", 5)).isNull();
        assertThat(form.optionalDate("a")).isNull();
        assertThat(form.optionalEnumOf("a", Kind.class)).isNull();
        assertThat(form.errors()).isEmpty();
    }

    @Test
    void valuesOfTheWrongTypeAreOneFormatErrorAndNeverThrow() {
        for (var value : List.of("7", "1.5", "true", "{}", "[]", "[1]", "{\"b\":1}", "\"text\"")) {
            List<Consumer<Form>> reads = List.of(
                    form -> form.text("a", 9),
                    form -> form.prose("a", 9),
                    form -> form.visibleText("a", 9),
                    form -> form.code("a", 9),
                    form -> form.date("a"),
                    form -> form.instant("a"),
                    form -> form.amount("a"),
                    form -> form.bool("a"),
                    form -> form.enumOf("a", Kind.class),
                    form -> form.object("a"),
                    form -> form.list("a", 9, item -> item.text("b", 9)),
                    form -> form.optionalTexts("a", 9, 9));
            for (var read : reads) {
                var form = field(value);
                read.accept(form);
                assertThat(errors(form)).as(value).hasSizeLessThanOrEqualTo(1);
                assertThat(form.errors()).as(value).allSatisfy(error -> {
                    assertThat(error.field()).startsWith("a");
                    assertThat(error.code()).isIn(ErrorCode.FORMAT, ErrorCode.UNKNOWN_CODE);
                });
            }
        }
        var number = field("91150403");
        number.code("a", 18);
        assertThat(errors(number)).containsExactly("a:FORMAT");
    }

    @Test
    void endsAreFreedOfWhatCannotBeSeenAndSignsStayAsRegistered() {
        var form = field("\"\\uFEFF\\u200B\\u00A0 \\t（赤峰）有限公司·\\u3000\\u2028\\r\\n\"");
        assertThat(form.text("a", 20)).isEqualTo("（赤峰）有限公司·");
        assertThat(form.errors()).isEmpty();
    }

    @Test
    void limitsCountCodePointsAfterTrimming() {
        assertThat(field("\" 𠮷𠮷𠮷 \"").text("a", 3)).isEqualTo("𠮷𠮷𠮷");
        var tooLong = field("\"𠮷𠮷𠮷𠮷\"");
        assertThat(tooLong.text("a", 3)).isEmpty();
        assertThat(errors(tooLong)).containsExactly("a:TOO_LONG");
        assertThat(new ErrorTexts()
                        .render(tooLong.errors(), Locale.ENGLISH)
                        .getFirst()
                        .message())
                .isEqualTo("At most 3 characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\u0007b", "a\\nb", "a\\u2028b", "a\\uD83Db", "\\uDE00a", "a\\u0085b"})
    void controlCharactersLinesAndHalfCharactersAreNoText(String inside) {
        var form = field("\"" + inside + "\"");
        form.text("a", 9);
        assertThat(errors(form)).containsExactly("a:FORMAT");
    }

    @Test
    void proseHasLinesButNoOtherControlCharacters() {
        assertThat(field("\"一、\\r\\n\\t二、\\n\"").prose("a", 9)).isEqualTo("一、\r\n\t二、");
        var form = field("\"a\\u0000b\"");
        form.prose("a", 9);
        assertThat(errors(form)).containsExactly("a:FORMAT");
    }

    @ParameterizedTest
    @CsvSource({"\\u200B, ZERO WIDTH SPACE", "\\u00A0, NO-BREAK SPACE", "\\uFEFF, ZERO WIDTH NO-BREAK SPACE", "\\t, TAB"
    })
    void insideANumberTheInvisibleCharacterIsNamed(String character, String name) {
        for (Consumer<Form> read :
                List.<Consumer<Form>>of(form -> form.visibleText("a", 64), form -> form.code("a", 64))) {
            var form = field("\"2026" + character + "号\"");
            read.accept(form);
            assertThat(errors(form)).containsExactly("a:FORMAT");
            assertThat(new ErrorTexts()
                            .render(form.errors(), Locale.ENGLISH)
                            .getFirst()
                            .message())
                    .contains(name);
        }
    }

    @Test
    void documentNumbersKeepTheirSignsAndCodesAreRead() {
        assertThat(field("\"元市监罚〔２０２６〕１-1号\"").visibleText("a", 64)).isEqualTo("元市监罚〔２０２６〕１-1号");
        assertThat(field("\"ｓevere－tax\"").code("a", 64)).isEqualTo("SEVERE-TAX");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-2-3",
                "20260203",
                "2026/02/03",
                "x",
                "2026-02-03T00:00:00",
                "+12026-01-01",
                "-2026-01-01"
            })
    void impossibleOrOtherwiseWrittenDatesAreFormat(String date) {
        var form = field("\"" + date + "\"");
        assertThat(form.date("a")).isNull();
        assertThat(errors(form)).containsExactly("a:FORMAT");
    }

    @Test
    void datesTimesAndAmountsAreRead() {
        assertThat(field("\"２０２４-02-29\"").date("a")).isEqualTo("2024-02-29");
        assertThat(field("\"2026-11-25T08:00:00+08:00\"").instant("a"))
                .isEqualTo(Instant.parse("2026-11-25T00:00:00Z"));
        assertThat(field("\"12000.50\"").amount("a")).isEqualTo(new BigDecimal("12000.50"));
        assertThat(field("true").bool("a")).isTrue();
        assertThat(field("\"PERSON\"").enumOf("a", Kind.class)).isEqualTo(Kind.PERSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e3", "1,000", "1.500", "01", ".5", "5.", "壹", "1元"})
    void amountsArePlainDecimalsNotBelowZero(String amount) {
        var form = field("\"" + amount + "\"");
        form.amount("a");
        assertThat(errors(form)).containsExactly("a:FORMAT");
    }

    @Test
    void aConstantNobodyKnowsIsUnknownCode() {
        var form = field("\"ALIEN\"");
        assertThat(form.enumOf("a", Kind.class)).isNull();
        assertThat(errors(form)).containsExactly("a:UNKNOWN_CODE");
    }

    @Test
    void pathsLeadIntoObjectsAndLists() {
        var form = form("""
                {"decision": {"date": "x"}, "persons": [{"name": "李"}, {}, 7], "basedOn": ["r1", "", 5]}""");
        form.object("decision").date("date");
        var names = form.list("persons", 200, person -> person.text("name", 200));
        var ids = form.optionalTexts("basedOn", 50, 64);

        assertThat(names).containsExactly("李", "");
        assertThat(ids).containsExactly("r1");
        assertThat(errors(form))
                .containsExactly(
                        "decision.date:FORMAT",
                        "persons[1].name:REQUIRED",
                        "persons[2]:FORMAT",
                        "basedOn[1]:REQUIRED",
                        "basedOn[2]:FORMAT");
    }

    @ParameterizedTest
    @CsvSource({"{}, REQUIRED", "{\"o\":7}, FORMAT", "{\"o\":[]}, FORMAT"})
    void aMissingObjectIsOneErrorAndNothingIsSaidOfItsInside(String json, ErrorCode code) {
        var form = form(json);
        var inner = form.object("o");
        inner.text("a", 9);
        inner.object("b").date("c");
        inner.list("d", 9, item -> item.text("e", 9));
        inner.error("a", ErrorCode.FOUR_EYES);
        form.error("o.a", ErrorCode.FOUR_EYES);
        assertThat(errors(form)).containsExactly("o:" + code);
    }

    @Test
    void listsMayBeEmptyButNotMissingOrTooLong() {
        var form = form("{\"empty\": [], \"long\": [{}, {}, {}]}");
        assertThat(form.list("empty", 2, item -> "x")).isEmpty();
        assertThat(form.list("missing", 2, item -> "x")).isEmpty();
        assertThat(form.list("long", 2, item -> item.text("a", 9))).isEmpty();
        assertThat(form.optionalList("missing", 2, item -> "x")).isNull();
        assertThat(errors(form)).containsExactly("missing:REQUIRED", "long:TOO_LONG");
    }

    @Test
    void whatCouldNotBeReadIsNotJudgedAgain() {
        var form = form("{\"date\": 7, \"until\": \"2026-01-01\"}");
        form.date("date");
        form.date("until");
        form.error("date", ErrorCode.DATE_IN_FUTURE);
        form.error("until", ErrorCode.DATE_ORDER);
        form.error("until", ErrorCode.DATE_ORDER);
        form.error("until", ErrorCode.PERIOD_TOO_LONG);
        assertThat(errors(form)).containsExactly("date:FORMAT", "until:DATE_ORDER", "until:PERIOD_TOO_LONG");
    }

    @Test
    void identifiersBringTheirOwnReasonsBasisAndWarnings() {
        var wrong = field("\"91150403FAKE000801\"");
        assertThat(unified(wrong)).isNull();
        assertThat(wrong.errors()).containsExactly(new FieldError("a", ErrorCode.CHECK_DIGIT, null, "GB 32100-2015"));

        var odd = field("\"91150403FAKE000800\"");
        odd.read("a", text -> new Read.Good<>(text, List.of(WarningCode.INNER_CHECK)), null);
        assertThat(odd.errors()).isEmpty();
        assertThat(odd.warnings()).containsExactly(new FieldWarning("a", WarningCode.INNER_CHECK));
    }

    @Test
    void aFormWithErrorsBecomesA422() {
        var form = form("{}");
        form.text("a", 9);
        assertThatThrownBy(form::throwIfAny).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status().value()).isEqualTo(422);
            assertThat(problem.errors()).isEqualTo(form.errors());
        });
    }

    @Test
    void noTextMakesAReadThrow() {
        var seed = System.nanoTime();
        System.out.println("FormTest seed " + seed);
        var random = new Random(seed);
        var mapper = new tools.jackson.databind.json.JsonMapper();
        for (var i = 0; i < 20_000; i++) {
            var text = random.ints(random.nextInt(12), 0, 0x10000)
                    .collect(StringBuilder::new, (b, c) -> b.append((char) c), StringBuilder::append)
                    .toString();
            var form = Form.of(mapper.createObjectNode().put("a", text));
            form.text("a", 5);
            form.visibleText("a", 5);
            form.code("a", 5);
            form.date("a");
            form.amount("a");
            form.instant("a");
            form.enumOf("a", Kind.class);
            assertThat(form.errors()).hasSizeLessThanOrEqualTo(1);
        }
    }
}
