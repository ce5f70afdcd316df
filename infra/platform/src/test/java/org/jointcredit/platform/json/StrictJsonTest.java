package org.jointcredit.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.jointcredit.platform.json.StrictJson.Reason;
import org.jointcredit.platform.json.StrictJson.Unreadable;
import org.junit.jupiter.api.Test;

class StrictJsonTest {
    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(StrictJson.object("\uFEFF{\"名\":1}".getBytes(StandardCharsets.UTF_8))
                        .has("名"))
                .isTrue();
    }

    @Test
    void theReasonSaysWhereButNeverWhat() {
        assertThatThrownBy(() -> StrictJson.object("{\n\"a\": 999999199001010008x}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Unreadable.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.SYNTAX);
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e).hasMessageNotContaining("9999").hasNoCause();
                });
    }
}
