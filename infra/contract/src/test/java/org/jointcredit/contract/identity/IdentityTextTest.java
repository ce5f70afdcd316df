package org.jointcredit.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.contract.identity.Samples.errorOf;
import static org.jointcredit.contract.identity.Samples.valueOf;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jointcredit.contract.problem.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the field teaches, *Text* (domain-facts.md).
class IdentityTextTest {
    /// Every format character and every space of Unicode.
    static Stream<String> unseen() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.getType(c) == Character.FORMAT || Character.isSpaceChar(c))
                .mapToObj(Character::toString);
    }

    @ParameterizedTest
    @MethodSource("unseen")
    void an_unseen_character_is_dropped_at_the_ends_and_refused_inside_by_its_name(String c) {
        assertThat(IdentityText.trim(c + c + "赤 峰" + c)).isEqualTo("赤 峰");
        assertThat(valueOf(IdentityText.code(c + "a1" + c))).isEqualTo("A1");
        assertThat(IdentityText.isBlank(c)).isTrue();

        var read = IdentityText.code("a" + c + "1");
        assertThat(errorOf(read)).isEqualTo(ErrorCode.FORMAT);
        assertThat(((Read.Bad<String>) read).hint()).startsWith("U+").contains(" ");
    }

    @Test
    void names_and_prose_keep_their_signs() {
        assertThat(IdentityText.trim(" 示例（赤峰）ＡＢ有限公司\u00A0")).isEqualTo("示例（赤峰）ＡＢ有限公司");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\t0123`,0123",
                "'0123,0123",
                "=\"0123\",0123",
                "＝＂0123＂,0123",
                "１－２／ａ,1-2/A",
                "`=\"`,=\"",
                "ſı,ſı"
            })
    void a_guard_of_a_spreadsheet_is_removed_and_width_does_not_count(String sent, String code) {
        assertThat(valueOf(IdentityText.code(sent))).isEqualTo(code);
    }

    @Test
    void limits_count_code_points() {
        assertThat(IdentityText.length("𠮷野家")).isEqualTo(3);
    }
}
