package org.jointcredit.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.contract.identity.Samples.random;
import static org.jointcredit.contract.identity.Samples.randomCode;
import static org.jointcredit.contract.identity.Samples.randomNumber;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// X4, *Masking* (domain-facts.md): one rule in one place.
class MaskingX4Test {
    @ParameterizedTest
    @CsvSource({"李示例,李**", "李,李", "𠮷野家,𠮷**", "阿·达,阿**"})
    void a_name_keeps_its_first_code_point(String name, String masked) {
        assertThat(Masking.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "999999190001010007,999999************",
        "E12345678,E1234****",
        "H1234567801,H12345*****",
        "12345,1****",
        "1234,****",
        "12,**"
    })
    void a_number_shows_six_characters_at_most_and_never_the_last_four(String number, String masked) {
        assertThat(Masking.number(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "张某身份证999999199001010008在案,张某身份证999999************在案",
        "号码：99999919000101004x。,号码：999999************。",
        "９９９９９９１９９００１０１０００８,９９９９９９************",
        "999999 19900101 0008,999999 ******** ****",
        "999999-1990-0101-0008,999999-****-****-****",
        "99999919900101\u200B0008,999999********\u200B****",
        "电话13800138000联系,电话138********联系",
        "电话 138-0013-8000,电话 138-****-****",
        "+86 138 0013 8000,+86 138 **** ****",
        "8613800138000,86138********",
        "１３８００１３８０００,１３８********",
        "tel13800138000,tel138********",
        "2026年13800138000和13900139000,2026年138********和139********"
    })
    void mobile_and_ID_numbers_inside_prose_are_masked_in_any_width_and_grouping(String text, String masked) {
        assertThat(Masking.prose(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "元市监罚字〔2026〕13800138号",
                "统一代码91150403FAKE000800",
                "911504031943715383",
                "食品经营许可证JY11504030012345",
                "许可证编号150403001234567890123",
                "罚款13,800,138,000元",
                "1998-0012345号",
                "2026-11-24 18:00:00",
                ""
            })
    void licence_and_document_numbers_and_codes_stay_whole(String text) {
        assertThat(Masking.prose(text)).isEqualTo(text);
    }

    @Test
    void no_ID_number_gets_through_and_no_code_is_touched() {
        var random = random();
        for (var n = 0; n < 5000; n++) {
            var number = randomNumber(random);
            var code = randomCode(random);
            var text = "当事人" + number + "系" + code + "负责人";
            assertThat(Masking.prose(text)).contains(code).doesNotContain(number.substring(6));
            assertThat(Masking.holdsIdNumber(text)).isTrue();
            assertThat(Masking.holdsIdNumber(code)).isFalse();
        }
    }
}
