package org.jointcredit.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the field teaches, *Text* (domain-facts.md): search folds both sides.
class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "元宝山示例（赤峰）有限公司, 元宝山示例(赤峰)有限公司",
        "元宝山示例〔赤峰〕有限公司, 元宝山示例【赤峰】有限公司",
        "ＡＢＣ食品, abc 食品",
        "元宝山\u3000示例, 元宝山示例",
        "阿卜杜拉·买买提, 阿卜杜拉•买买提",
        "阿卜杜拉‧买买提, 阿卜杜拉・买买提",
        "阿卜杜拉．买买提, 阿卜杜拉.买买提",
        "阿卜杜拉·买买提, 阿卜杜拉･买买提",
        "李\uE863, 李䶮",
        "李\uE816, 李\uD840\uDC87"
    })
    void these_are_one_name(String one, String other) {
        assertThat(Names.same(one, other)).isTrue();
    }

    @Test
    void another_name_stays_another() {
        assertThat(Names.same("元宝山示例有限公司", "元宝山示例公司")).isFalse();
        assertThat(Names.same("阿卜杜拉·买买提", "阿卜杜拉买买提")).isFalse();
        assertThat(Names.fold("(.*\\%25")).isEqualTo("(·*\\%25");
    }
}
