package org.jointcredit.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.contract.identity.Samples.random;
import static org.jointcredit.contract.identity.Samples.randomCode;
import static org.jointcredit.contract.identity.Samples.randomNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
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
        "2026年13800138000和13900139000,2026年138********和139********",
        "SFZ999999199001010008X,SFZ999999************X",
        "Tel:013800138000转8001,Tel:0138********转8001",
        "身份证99999919900101004 Ｘ号,身份证999999*********** *号",
        "旧证999999900101001在案,旧证999999*********在案",
        "1234 999999 1990 0101 0008,1234 999999 **** **** ****",
        "999999·1990·0101·0008,999999·****·****·****",
        "0476-3512345-13800138000,0476-3512345-138********",
        "电话13800138000元宝山区某路,电话138********元宝山区某路",
        "联系电话13812345678 万某某,联系电话138******** 万某某",
        "𝟗𝟗𝟗𝟗𝟗𝟗𝟏𝟗𝟗𝟎𝟎𝟏𝟎𝟏𝟎𝟎𝟎𝟖,𝟗𝟗𝟗𝟗𝟗𝟗************"
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
                "罚款人民币13800138000元",
                "没收违法所得13800138000.00元",
                "折合￥13800138000",
                "13800138000万元",
                "1998.5-2003.07在职",
                "案件编号150403202611240001",
                "元市监罚字〔2026〕第13800138000号",
                "组织机构代码13150403-1",
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

    @ParameterizedTest
    @CsvSource({
        "李示例（又名李 示 例、李·示·例、李．示例）,李**（又名李**、李**、李**）",
        "阿卜杜拉示例与阿卜杜拉・示例,阿******与阿******",
        "法定代表人JOHN smith与Ｊｏｈｎ Ｓｍｉｔｈ,法定代表人J*********与Ｊ*********",
        "Johnson未被点名,Johnson未被点名",
        "王示范、赵示范,王**、赵**"
    })
    void a_known_name_is_masked_in_prose_however_it_is_written(String text, String masked) {
        assertThat(Masking.prose(text, List.of("李示例", "阿卜杜拉·示例", "John Smith", "王示范 赵示范")))
                .isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"150403199001010008,150403199001010008", "税登999999199001010008,税登999999************"})
    void a_document_number_stays_whole_unless_it_is_certainly_a_persons(String number, String shown) {
        assertThat(Masking.document(number)).isEqualTo(shown);
    }

    /// Whatever stands around it, letters too, and however its digits are written and grouped.
    @RepeatedTest(2000)
    void no_number_of_a_person_is_read_in_any_spelling() {
        var random = random();
        var kind = random.nextInt(3);
        var citizen = randomNumber(random);
        var number = switch (kind) {
            case 0 -> citizen;
            case 1 -> citizen.startsWith("19", 6) ? citizen.substring(0, 6) + citizen.substring(8, 17) : citizen;
            default -> "1" + (3 + random.nextInt(7)) + "%09d".formatted(random.nextInt(1_000_000_000));
        };
        var text = one(random, "当事人", "证号：", "ID", "sfz", "（", "电话", "")
                + spelled(number, random)
                + one(random, "的", "abcd", "，", "）", "Y", "");
        var shown = kind == 2 ? 3 : 6;
        assertThat(digits(Masking.prose(text))).as(text).isEqualTo(number.substring(0, shown));
    }

    /// The forms met in penalties, side by side with numbers of persons.
    @RepeatedTest(500)
    void what_is_no_persons_stays_whole_beside_what_is() {
        var random = random();
        var text = new StringBuilder();
        List<String> whole = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        for (var n = 0; n < 12; n++) {
            if (random.nextBoolean()) {
                var harmless = harmless(random);
                whole.add(harmless);
                text.append(harmless);
            } else {
                var number = randomNumber(random);
                hidden.add(number.substring(6));
                text.append("李某").append(number);
            }
            text.append(one(random, "，", "。", "；", "及", "（", "\n"));
        }
        assertThat(Masking.prose(text.toString()))
                .contains(whole)
                .satisfies(masked -> hidden.forEach(rest -> assertThat(masked).doesNotContain(rest)));
    }

    private static String harmless(Random random) {
        var n = random.nextInt(1_000_000);
        return switch (random.nextInt(9)) {
            case 0 -> "罚款人民币%d元".formatted(random.nextLong(100_000_000_000L));
            case 1 -> "没收违法所得%d.%02d元".formatted(random.nextLong(100_000_000_000L), random.nextInt(100));
            case 2 -> "罚款%,d元".formatted(random.nextLong(100_000_000_000L));
            case 3 -> "元市监罚〔2026〕%d号".formatted(n);
            case 4 -> "食品经营许可证JY1150403%07d".formatted(n);
            case 5 -> "统一社会信用代码" + randomCode(random);
            case 6 -> "2026年%d月%d日".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
            case 7 ->
                "2026-%02d-%02d 18:%02d:00"
                        .formatted(1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(60));
            default -> "折合%d.%06d万元".formatted(n, random.nextInt(1_000_000));
        };
    }

    private static String spelled(String number, Random random) {
        var wide = random.nextBoolean();
        var grouped = random.nextInt(4);
        var text = new StringBuilder();
        for (var i = 0; i < number.length(); i++) {
            var c = number.charAt(i);
            text.append(wide ? (char) (c - '0' + '０') : c == 'X' && random.nextBoolean() ? 'x' : c);
            if (i + 1 < number.length() && random.nextInt(4) < grouped) {
                text.append(one(random, " ", "-", ".", "·", "－", "\u3000", " - ", "\u200B", "．", "\u00A0"));
            }
        }
        return text.toString();
    }

    private static String digits(String text) {
        return IdentityText.halfWidth(text).replaceAll("[^0-9]", "");
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }
}
