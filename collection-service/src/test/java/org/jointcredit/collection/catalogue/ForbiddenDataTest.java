package org.jointcredit.collection.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.collection.Fixtures.TODAY;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jointcredit.collection.catalogue.ForbiddenDatum.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not be collected is found in what is said of a person, and not in a word that happens to stand there (C3). */
class ForbiddenDataTest {
    private final ForbiddenData forbidden = ForbiddenData.shipped();

    @Test
    void everyExampleOfTheLexiconIsFoundOrPassesAsItSays() {
        var all = new SoftAssertions();
        for (ForbiddenDatum datum : forbidden.inForce(TODAY)) {
            datum.found()
                    .forEach(text -> all.assertThat(forbidden.in(text, datum.rule()))
                            .as(datum.code() + " finds: " + text)
                            .isPresent());
            datum.passed().forEach(text -> {
                for (Rule rule : Rule.values()) {
                    all.assertThat(forbidden.in(text, rule).map(ForbiddenDatum::code))
                            .as(datum.code() + " lets pass: " + text)
                            .isEmpty();
                }
            });
        }
        all.assertAll();
    }

    @ParameterizedTest
    @MethodSource("found")
    void aStatementAboutAPersonIsFound(String sentence, Rule rule) {
        assertThat(forbidden.in(sentence, rule)).isPresent();
        assertThat(forbidden.in("经查，" + sentence + "。以上属实。", rule)).isPresent();
        assertThat(forbidden.in("一、基本情况\n" + sentence + "\n二、处理意见", rule)).isPresent();
    }

    static Stream<Arguments> found() throws IOException {
        return lines("found.txt").map(line -> {
            int space = line.indexOf(' ');
            return Arguments.of(line.substring(space + 1), Rule.valueOf(line.substring(0, space)));
        });
    }

    @ParameterizedTest
    @MethodSource("passed")
    void aWordThatHappensToStandThereOrTheGroundOfAPenaltyPasses(String sentence) {
        for (Rule rule : Rule.values()) {
            assertThat(forbidden.in(sentence, rule).map(ForbiddenDatum::code)).isEmpty();
            assertThat(forbidden.in("当事人" + sentence + "。", rule).map(ForbiddenDatum::code))
                    .isEmpty();
        }
    }

    static Stream<String> passed() throws IOException {
        return lines("passed.txt");
    }

    private static Stream<String> lines(String name) throws IOException {
        try (var text = ForbiddenDataTest.class.getResourceAsStream("/forbidden/" + name)) {
            return new String(text.readAllBytes(), UTF_8).lines().filter(line -> !line.startsWith("#"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"当事人患者病症", "因患因患", "系为是一名虔诚的", "的名下有存款", "某某某收入年", "病·史"})
    void aTextMadeToTireThePatternsIsReadAllTheSame(String unit) {
        String text = "病教收入存款房产纳税股票保单指纹基因血型" + unit.repeat(5_000 / unit.length());
        for (Rule rule : Rule.values()) {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> forbidden.in(text, rule));
        }
    }

    @Test
    void widthSpacesAndInvisibleSignsHideNothing() {
        for (String text : new String[] {"病史：高血压", "病史:高血压", "病 史 ： 高血压", "病\u200b史：高血压", "ＤＮＡ序列：ＡＣＧＴ"}) {
            assertThat(forbidden.in(text, Rule.FORBIDDEN)).as(text).isPresent();
        }
    }

    @Test
    void everySortOfArticle12IsInTheLexicon() {
        assertThat(forbidden.inForce(TODAY))
                .extracting(ForbiddenDatum::name)
                .contains("宗教信仰", "基因", "指纹", "血型", "疾病", "病史")
                .contains("收入", "存款", "有价证券", "商业保险", "不动产", "纳税数额");
    }

    @Test
    void aFieldMayNotBeCalledSo() {
        assertThat(forbidden.inName("bloodType")).isPresent();
        assertThat(forbidden.inName("blood_type")).isPresent();
        assertThat(forbidden.inName("当事人病史")).isPresent();
        assertThat(forbidden.inName("General remark")).isEmpty();
        assertThat(forbidden.inName("cf_nr")).isEmpty();
    }
}
