package org.jointcredit.acceptance.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.jointcredit.local.demo.Demonstration;
import org.jointcredit.testsupport.TestSystem;
import org.junit.jupiter.api.Test;

/** Issue 4, item 9: {@code up --demo} does the main job on real input, and done again it changes nothing. */
final class DemonstrationIT {
    private static final TestSystem SYSTEM = TestSystem.whole();

    @Test
    void everySampleIsTakenAndEveryNoticeAnsweredAndASecondTimeChangesNothing() {
        var table = Demonstration.play(SYSTEM.local());

        assertThat(figure(table, "listings accepted")).isEqualTo(40);
        assertThat(figure(table, "received"))
                .isEqualTo(figure(table, "notices issued"))
                .isPositive();
        assertThat(figure(table, "declined")).isPositive();
        assertThat(figure(table, "executed") + figure(table, "declined")).isEqualTo(figure(table, "notices issued"));

        var again = Demonstration.play(SYSTEM.local());

        assertThat(again).contains("40 of them taken before, unchanged");
        for (var what : new String[] {"listings accepted", "notices issued", "received", "executed", "declined"}) {
            assertThat(figure(again, what)).as(what).isEqualTo(figure(table, what));
        }
    }

    private static int figure(String table, String what) {
        var line = Pattern.compile("^ +" + what + " +(\\d+)", Pattern.MULTILINE).matcher(table);
        assertThat(line.find()).as("%s in%n%s", what, table).isTrue();
        return Integer.parseInt(line.group(1));
    }
}
