package org.jointcredit.local.demo;

import java.util.List;
import java.util.Locale;
import org.jointcredit.local.LocalSystem;
import org.jointcredit.local.demo.Submissions.Taken;

/// What the demonstration says at its end.
final class Table {
    private Table() {}

    static String of(LocalSystem system, List<Taken> taken, Figures figures, double seconds) {
        var known = taken.stream().filter(Taken::known).count();
        var text = new StringBuilder("Demonstration\n");
        line(text, "listings accepted", taken.size(), known == 0 ? "" : known + " of them taken before, unchanged");
        line(text, "notices issued", figures.issued(), "");
        line(text, "received", figures.received(), "");
        line(text, "executed", figures.executed(), "");
        line(text, "declined", figures.declined(), "recommended measures only, each with its reason");
        if (figures.open() > 0) {
            line(text, "still owed", figures.open(), "by their agencies");
        }
        text.append(String.format(Locale.ROOT, "  %-20s %7.1f%n", "seconds", seconds));
        return text.append("""

                Where to look
                  the gateway         %1$s/
                  its API             %1$s/api-docs.html
                  all notices         %1$s/api/sanction/notices     (Authorization: Bearer, infra/local/token drc-office)
                  why there is one    %1$s/api/sanction/notices/{id}/explanation
                  on Kafka            %2$s, topic response.market   (OAUTHBEARER, infra/local/token sys-market)
                  the tour            README.md, README.zh-CN.md\
                """.formatted(system.url("gateway"), system.kafkaAddress()))
                .toString();
    }

    private static void line(StringBuilder text, String what, long count, String remark) {
        text.append(String.format(Locale.ROOT, "  %-20s %7d   %s", what, count, remark)
                        .stripTrailing())
                .append('\n');
    }
}
