package org.jointcredit.sanction.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.sanction.RunningSanction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** What tests of deadlines do: list somebody, let days pass, read notices. */
abstract class RunningDeadlines extends RunningSanction {

    /** Of a listing of an organisation that is of "life and health". */
    static final int NOTICES = 28;

    @Autowired
    BusinessClock clock;

    ListingFact listed() {
        ListingFact fact = facts().severe("SEVERE-FIRE", "LIFE_AND_HEALTH");
        trigger(fact, 1);
        await().atMost(PATIENCE).until(() -> notices(fact, "").size() == NOTICES);
        return fact;
    }

    List<JsonNode> notices(ListingFact fact, String query) {
        List<JsonNode> found = new ArrayList<>();
        get("/api/sanction/notices?size=200&listing=" + fact.listing() + query)
                .path("content")
                .forEach(found::add);
        return found;
    }

    JsonNode notice(ListingFact fact, String agency) {
        String id = notices(fact, "&agency=" + agency).getFirst().path("id").asString();
        return notice(id);
    }

    JsonNode notice(String id) {
        return get("/api/sanction/notices/" + id);
    }

    JsonNode get(String path) {
        var answer = as("drc-supervisor").get().uri(path).retrieve().toEntity(String.class);
        assertThat(answer.getStatusCode().value()).as(path + answer.getBody()).isEqualTo(200);
        return json(answer.getBody());
    }

    void report(String agency, String notice, String command) {
        var answer = as(agency + "-implementer")
                .post()
                .uri("/api/sanction/notices/{id}/{command}", notice, command)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .retrieve()
                .toEntity(String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
    }

    void letItBe(LocalDate day) {
        var answer = as("drc-admin")
                .post()
                .uri("/actuator/businessclock")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"date\":\"" + day + "\"}")
                .retrieve()
                .toEntity(String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
    }

    static LocalDate day(JsonNode notice, String field) {
        return LocalDate.parse(notice.path(field).asString());
    }

    /** The types of the notice's timeline that speak of deadlines. */
    static List<String> said(JsonNode notice) {
        return notice.path("timeline")
                .valueStream()
                .map(entry -> entry.path("type").asString())
                .filter(List.of("notice-reminded", "notice-overdue", "notice-updated")::contains)
                .toList();
    }
}
