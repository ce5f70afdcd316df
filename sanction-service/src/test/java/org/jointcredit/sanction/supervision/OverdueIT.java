package org.jointcredit.sanction.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jointcredit.sanction.QueryPlan.stages;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.platform.law.Department;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.sanction.action.Terms;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** S4, P5.9: what is overdue is public inside the government, and of it only whose duty it is. */
class OverdueIT extends RunningSupervision {

    private static final String PATH = "/api/sanction/supervision/overdue";

    @Autowired
    private Departments departments;

    @Autowired
    private Terms terms;

    @Test
    void everyOfficerOfTheGovernmentSeesWhatIsOverdueAndNoSubject() {
        ListingFact fact = listed("SEVERE-FIRE", "LIFE_AND_HEALTH");
        letDaysPass(40);
        List<JsonNode> overdue = all("drc-auditor", "");
        assertThat(overdue)
                .hasSameSizeAs(notices("drc-auditor", "?overdue=true"))
                .isSortedAccordingTo((a, b) ->
                        a.path("dueNow").asString().compareTo(b.path("dueNow").asString()));
        assertThat(overview("drc-auditor", "").path("overdue").asInt()).isEqualTo(overdue.size());
        assertThat(overdue).allSatisfy(notice -> {
            assertThat(notice.path("daysLate").asInt()).isPositive();
            assertThat(notice.has("subject")).isFalse();
        });
        assertThat(overdue.toString()).doesNotContain(fact.subject().name());
        for (String who : List.of("market-reporter", "tax-approver", "trading-implementer", "drc-office")) {
            assertThat(all(who, "")).hasSameSizeAs(overdue);
        }
        for (String who : List.of("bank-implementer", "sys-trading", "citizen-li")) {
            assertThat(status(who, PATH)).as(who).isEqualTo(403);
        }
        assertThat(all("tax-reporter", "?agency=trading&owes=RECEIPT&listType=SEVERE-FIRE"))
                .isNotEmpty()
                .allSatisfy(notice -> {
                    assertThat(notice.path("agency").asString()).isEqualTo("trading");
                    assertThat(notice.path("agencyName").asString()).contains("公共资源交易中心");
                    assertThat(notice.path("owes").asString()).isEqualTo("RECEIPT");
                });
        assertThat(status("drc-auditor", PATH + "?owes=MONEY")).isEqualTo(400);
        assertThat(status("drc-auditor", PATH + "?sort=subject")).isEqualTo(400);
    }

    @Test
    void whoIsOutsideOfTheGovernmentIsNowhereCountedLateForWhatItMayDeclineS10() {
        ListingFact fact = listed("SEVERE-FIRE", "LIFE_AND_HEALTH");
        String ofBank = "?agency=bank&listing=" + fact.listing();
        letDaysPass(40);
        var owed = notices("drc-auditor", ofBank + "&owes=RECEIPT");
        assertThat(owed).isNotEmpty();
        assertThat(notices("drc-auditor", ofBank + "&overdue=true")).isEmpty();
        assertThat(notices("drc-auditor", ofBank + "&overdue=false")).hasSameSizeAs(owed);
        assertThat(all("drc-auditor", "?agency=bank&owes=RECEIPT")).isEmpty();
        assertThatEverybodyCountsTheSame();

        report("bank-implementer", owed.getFirst().path("id").asString(), "execution", "{}");
        trigger(facts().ended(fact, EndingReason.TERM), 2);
        await().atMost(PATIENCE)
                .until(() -> notices("drc-auditor", ofBank + "&owes=RELEASE").size() == 1);
        letDaysPass(40);
        assertThat(notices("drc-auditor", ofBank + "&overdue=true")).hasSize(1);
        assertThatEverybodyCountsTheSame();
    }

    private void assertThatEverybodyCountsTheSame() {
        var overdue = notices("drc-auditor", "?overdue=true&agency=bank");
        assertThat(all("drc-auditor", "?agency=bank")).hasSameSizeAs(overdue);
        assertThat(overview("drc-auditor", "?agency=bank").path("overdue").asInt())
                .isEqualTo(overdue.size());
    }

    private List<JsonNode> all(String who, String query) {
        List<JsonNode> all = new ArrayList<>();
        long pages = 1;
        for (int page = 0; page < pages; page++) {
            var answer = get(who, PATH + query + (query.isEmpty() ? "?" : "&") + "size=200&page=" + page);
            answer.path("content").forEach(all::add);
            pages = answer.path("page").path("totalPages").asLong();
        }
        return all;
    }

    private void letDaysPass(int days) {
        var answer = as("svc-collection")
                .post()
                .uri("/actuator/businessclock")
                .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                .body("{\"date\":\"" + clock.today().plusDays(days) + "\"}")
                .retrieve()
                .toBodilessEntity();
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
    }

    /** Architecture: data. No list looks at every notice, and a page is not sorted in memory. */
    @Test
    void everyQueryUsesAnIndex() {
        List<String> agencies = departments.all().stream().map(Department::code).toList();
        for (var search : List.of(
                new OverdueNotices.Search(null, null, null, null),
                new OverdueNotices.Search("trading", null, null, null))) {
            assertThat(stages(mongo, "notices", search.filter(agencies, terms.overdue(clock.today())), "dueNow"))
                    .as(search.toString())
                    .doesNotContain("COLLSCAN", "SORT");
        }
        var narrow = new OverdueNotices.Search(null, "SEVERE-FIRE", "S-TRADING-LIMIT", "RECEIPT");
        assertThat(stages(mongo, "notices", narrow.filter(agencies, terms.overdue(clock.today())), "dueNow"))
                .doesNotContain("COLLSCAN");
        assertThat(stages(mongo, FigureStore.CELLS, new Document("fold", new Document("$gt", 7)), null))
                .doesNotContain("COLLSCAN");
        assertThat(stages(mongo, FigureStore.FEED, new Document("_id", new Document("$gte", 7)), "_id"))
                .doesNotContain("COLLSCAN", "SORT");
    }
}
