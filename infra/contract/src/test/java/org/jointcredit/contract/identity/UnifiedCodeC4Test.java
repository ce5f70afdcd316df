package org.jointcredit.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.contract.identity.Samples.ALPHABET;
import static org.jointcredit.contract.identity.Samples.TODAY;
import static org.jointcredit.contract.identity.Samples.errorOf;
import static org.jointcredit.contract.identity.Samples.random;
import static org.jointcredit.contract.identity.Samples.randomCode;
import static org.jointcredit.contract.identity.Samples.replace;
import static org.jointcredit.contract.identity.Samples.swap;
import static org.jointcredit.contract.identity.Samples.valueOf;

import java.util.List;
import java.util.stream.IntStream;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.WarningCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// C4: organisations are identified by 统一社会信用代码 (GB 32100-2015), check digit verified.
class UnifiedCodeC4Test {
    private static Read<UnifiedCode> read(String text) {
        return UnifiedCode.read(text, TODAY, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"91330100799655058B", "9144030071526726XG", "91350100M000100Y43"})
    void real_codes_are_taken(String code) {
        assertThat(read(code)).isInstanceOf(Read.Good.class);
    }

    @ParameterizedTest(name = "{0} with remainder {1}")
    @CsvSource({"91150403FAKE000800,0", "91150403FAKE00267Y,1", "91150403FAKE004351,30", "91150403FAKE00144X,2"})
    void every_remainder_has_its_check_character(String code, int remainder) {
        assertThat(valueOf(read(code)).text()).isEqualTo(code);
        assertThat(ALPHABET.indexOf(code.charAt(17))).isEqualTo((31 - remainder) % 31);
    }

    @Test
    void every_wrong_character_is_found() {
        var random = random();
        for (var n = 0; n < 100; n++) {
            var code = randomCode(random);
            for (var i = 0; i < 18; i++) {
                for (var c : ALPHABET.toCharArray()) {
                    if (c != code.charAt(i)) {
                        assertThat(errorOf(read(replace(code, i, c)))).isEqualTo(ErrorCode.CHECK_DIGIT);
                    }
                }
            }
        }
    }

    @Test
    void every_two_neighbours_that_changed_places_are_found() {
        var random = random();
        for (var n = 0; n < 2000; n++) {
            var code = randomCode(random);
            for (var i = 0; i < 17; i++) {
                if (code.charAt(i) != code.charAt(i + 1)) {
                    assertThat(errorOf(read(swap(code, i)))).isEqualTo(ErrorCode.CHECK_DIGIT);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'I', 'O', 'S', 'V', 'Z', 'i', 'ı', 'ſ', '-', '元', '٣'})
    void letters_that_look_like_digits_and_signs_are_no_part_of_a_code(char c) {
        assertThat(errorOf(read(replace("91150403FAKE000800", 10, c)))).isEqualTo(ErrorCode.FORMAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "91150403FAKE00080", "91150403FAKE0008000", "1.23E+17", "150403000012345"})
    void what_has_not_18_characters_is_no_code(String text) {
        assertThat(errorOf(read(text))).isEqualTo(ErrorCode.FORMAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91150403fake000800",
                "９１１５０４０３ＦＡＫＥ０００８００",
                "\t91150403FAKE000800\u00A0",
                "=\"91150403FAKE000800\""
            })
    void other_spellings_are_read(String text) {
        assertThat(valueOf(read(text)).text()).isEqualTo("91150403FAKE000800");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000\uFEFF"})
    void nothing_is_missing(String text) {
        assertThat(errorOf(read(text))).isEqualTo(ErrorCode.REQUIRED);
    }

    @Test
    void an_unseen_character_inside_is_named() {
        assertThat(read("91150403\u200BFAKE000800"))
                .isEqualTo(new Read.Bad<>(ErrorCode.FORMAT, "U+200B ZERO WIDTH SPACE"));
    }

    @Test
    void a_citizens_number_where_a_code_belongs_is_never_published() {
        // of region 000000, which does not exist: the search finds one that passes both checks
        var both = IntStream.range(0, 10_000)
                .mapToObj("00000019010101%04d"::formatted)
                .filter(text -> UnifiedCode.fits(text) && CitizenNumber.fits(text))
                .findFirst()
                .orElseThrow();

        assertThat(errorOf(UnifiedCode.read(both, TODAY, false))).isEqualTo(ErrorCode.FORMAT);
        assertThat(errorOf(read("999999190001010007"))).isEqualTo(ErrorCode.FORMAT);
    }

    @Test
    void a_failure_of_the_inner_check_is_a_warning() {
        assertThat(read("91330100799655058B")).isEqualTo(Read.good(new UnifiedCode("91330100799655058B")));
        assertThat(read("91150403FAKE001451"))
                .isEqualTo(new Read.Good<>(new UnifiedCode("91150403FAKE001451"), List.of(WarningCode.INNER_CHECK)));
    }
}
