package org.jointcredit.sanction.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.sanction.RunningSanction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** What the tests of figures do: listings and reports through the front doors, and reading until all is counted. */
abstract class RunningSupervision extends RunningSanction {

    @Autowired
    BusinessClock clock;

    ListingFact listed(String listType, String group) {
        ListingFact fact = facts().severe(listType, group);
        trigger(fact, 1);
        await().atMost(PATIENCE)
                .until(() ->
                        !notices("drc-auditor", "?listing=" + fact.listing()).isEmpty());
        return fact;
    }

    /** All notices of a list, page by page. */
    List<JsonNode> notices(String who, String query) {
        List<JsonNode> all = new ArrayList<>();
        long pages = 1;
        for (int page = 0; page < pages; page++) {
            JsonNode answer =
                    get(who, "/api/sanction/notices" + query + (query.isEmpty() ? "?" : "&") + "size=200&page=" + page);
            answer.path("content").forEach(all::add);
            pages = answer.path("page").path("totalPages").asLong();
        }
        return all;
    }

    JsonNode get(String who, String path) {
        var answer = as(who).get().uri(path).retrieve().toEntity(String.class);
        assertThat(answer.getStatusCode().value()).as(path + answer.getBody()).isEqualTo(200);
        return json(answer.getBody());
    }

    int status(String who, String path) {
        return as(who).get()
                .uri(path)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    int report(String who, String notice, String command, String body) {
        return as(who).post()
                .uri("/api/sanction/notices/{id}/{command}", notice, command)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    /** The overview once everything that happened before is counted. */
    JsonNode overview(String who, String query) {
        Instant now = clock.now();
        await().atMost(PATIENCE).until(() -> {
            var asOf = OffsetDateTime.parse(
                    get(who, "/api/sanction/supervision/overview").path("asOf").asString());
            return !asOf.toInstant().isBefore(now);
        });
        return get(who, "/api/sanction/supervision/overview" + query);
    }
}
