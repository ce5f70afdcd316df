package org.jointcredit.local.demo;

import java.util.Locale;
import org.jointcredit.local.Failure;
import org.jointcredit.local.LocalSystem;

/// What the demonstration says at its end: what the DRC sees of the whole district.
final class Table {
    private Table() {}

    static String of(LocalSystem system, double seconds) {
        var door = new FrontDoor(system.url("gateway"), system.token("drc-supervisor"));
        var listings =
                door.get("/api/collection/listings?size=1").body().path("page").path("totalElements");
        var records = new FrontDoor(system.url("gateway"), system.token("drc-office"))
                .get("/api/collection/records?size=1")
                .body()
                .path("page")
                .path("totalElements");
        var overview = door.get("/api/sanction/supervision/overview");
        if (overview.status() != 200) {
            throw new Failure("Sanction answered " + overview.status() + " to the supervisor; see "
                    + "infra/local/logs sanction.");
        }
        var figures = overview.body();
        var states = figures.path("byAgencyState");
        var text = new StringBuilder("The district after a year\n");
        line(text, "listings", listings.asLong(), "");
        line(text, "records", records.asLong(), "penalties, licences, awards");
        line(text, "notices issued", figures.path("total").asLong(), "");
        line(text, "not received yet", states.path("NONE").asLong(), "");
        line(text, "executed", states.path("EXECUTED").asLong(), "");
        line(text, "declined", states.path("DECLINED").asLong(), "recommended measures only, each with its reason");
        line(
                text,
                "released, undone",
                states.path("RELEASED").asLong() + states.path("UNDONE").asLong(),
                "");
        line(text, "overdue", figures.path("overdue").asLong(), "by their agencies");
        line(text, "flagged", figures.path("flagged").asLong(), "reported late, or when they should not have been");
        text.append(String.format(Locale.ROOT, "  %-20s %7.1f%n", "seconds", seconds));
        return text.append("""

                Where to look
                  the console         %1$s/     (drc-supervisor: figures and wall; market-implementer: an inbox)
                  its API             %1$s/api-docs.html
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
