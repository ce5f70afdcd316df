package org.jointcredit.acceptance.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.jointcredit.acceptance.District;
import org.junit.jupiter.api.Test;

/** Issue 5, item 5: {@code up --demo} plays what goes on in the district through the front doors, and done again changes nothing. */
final class DemonstrationIT {
    @Test
    void timePassesInTheDistrictAndASecondTimeChangesNothing() {
        var table = District.TABLE;

        assertThat(figure(table, "listings")).isGreaterThan(60);
        assertThat(figure(table, "records")).isGreaterThan(150);
        assertThat(figure(table, "notices issued")).isGreaterThan(1_500);
        for (var what :
                new String[] {"not received yet", "executed", "declined", "released, undone", "overdue", "flagged"}) {
            assertThat(figure(table, what)).as(what).isPositive().isLessThan(figure(table, "notices issued"));
        }

        var again = District.play();

        assertThat(withoutSeconds(again)).isEqualTo(withoutSeconds(table));
    }

    private static int figure(String table, String what) {
        var line = Pattern.compile("^ +" + what + " +(\\d+)", Pattern.MULTILINE).matcher(table);
        assertThat(line.find()).as("%s in%n%s", what, table).isTrue();
        return Integer.parseInt(line.group(1));
    }

    private static String withoutSeconds(String table) {
        return table.replaceAll("seconds +[0-9.]+", "");
    }
}
