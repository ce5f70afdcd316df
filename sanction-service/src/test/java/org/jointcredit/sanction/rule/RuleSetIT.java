package org.jointcredit.sanction.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jointcredit.sanction.RunningLaw;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** S1, S2: law is proposed by one officer and put in force by another; what is in force is public. */
class RuleSetIT extends RunningLaw {

    @Test
    void oneOfficerProposesAnotherPutsInForceAndEverybodyReadsWhoOnWhatBasis() {
        String version = freshVersion();
        var proposed = propose(PROPOSER, proposal(version, body -> add(body, "S-TRIAL", "drc")), null);
        JsonNode draft = body(proposed, 201);
        String id = draft.path("id").asString();
        assertThat(proposed.getHeaders().getFirst(HttpHeaders.LOCATION)).isEqualTo("/api/sanction/rule-sets/" + id);
        assertThat(draft.path("state").asString()).isEqualTo("PROPOSED");
        assertThat(one(PROPOSER, id)).isEqualTo(draft);

        assertThat(problem(approve(PROPOSER, id), 403)).containsExactly(" FOUR_EYES");
        JsonNode law = body(approve(OTHER, id), 200);
        assertThat(law.path("state").asString()).isEqualTo("IN_FORCE");
        assertThat(problem(approve(OTHER, id), 409)).containsExactly(" WRONG_STATE");
        assertThat(problem(approve(PROPOSER, "default-2021"), 409)).containsExactly(" WRONG_STATE");
        assertThat(approve(OTHER, "default-none").getStatusCode().value()).isEqualTo(404);

        JsonNode governing =
                body(call(NOBODY, GET, "rule-sets", null, null), 200).at("/content/0");
        assertThat(governing.path("id").asString()).isEqualTo(id);
        assertThat(governing.path("governs").asBoolean()).isTrue();
        assertThat(governing.path("versionBasis").asString()).isEqualTo("元政字〔2026〕100号");
        assertThat(governing.path("proposedBy").asString())
                .isNotEmpty()
                .isNotEqualTo(governing.path("decidedBy").asString());
        JsonNode measure = body(call(NOBODY, GET, "measures/S-TRIAL", null, null), 200);
        assertThat(measure.path("version").asString()).isEqualTo(version);
        assertThat(measure.at("/enacted/enactedBy")).isEqualTo(governing.path("decidedBy"));
        assertThat(one(NOBODY, "default-2021").path("governs").asBoolean()).isFalse();
        assertThat(one(NOBODY, id).path("measures").size()).isEqualTo(28);
    }

    @Test
    void aDraftIsForLawAdministratorsOnly() {
        String version = freshVersion();
        String id = body(propose(PROPOSER, proposal(version, _ -> {}), null), 201)
                .path("id")
                .asString();
        for (String who : List.of(NOBODY, "drc-supervisor", "sys-market")) {
            assertThat(call(who, GET, "rule-sets/" + id, null, null)
                            .getStatusCode()
                            .value())
                    .isEqualTo(404);
            assertThat(call(who, GET, "rule-sets?state=PROPOSED", null, null)
                            .getStatusCode()
                            .value())
                    .isEqualTo(who.equals(NOBODY) ? 401 : 403);
        }
        assertThat(body(call(OTHER, GET, "rule-sets?state=PROPOSED&size=200", null, null), 200)
                        .path("content")
                        .valueStream()
                        .map(draft -> draft.path("id").asString()))
                .contains(id);
        assertThat(call(NOBODY, POST, "rule-sets", "{}", null).getStatusCode().value())
                .isEqualTo(401);
        assertThat(call("drc-supervisor", POST, "rule-sets", "no json", null)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(call(PROPOSER, POST, "rule-sets", "no json", null)
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void aVersionOfALaterDayGovernsFromThatDayOn() {
        String later = clock.today().plusDays(1).toString();
        String id = putInForce(proposal(freshVersion(), body -> body.put("effectiveFrom", later)));
        assertThat(one(NOBODY, id).path("state").asString()).isEqualTo("IN_FORCE");
        assertThat(one(NOBODY, id).path("governs").asBoolean()).isFalse();
        assertThat(one(NOBODY, "default-2021").path("governs").asBoolean()).isTrue();
        // law is not put before law
        assertThat(problem(propose(PROPOSER, proposal(freshVersion(), _ -> {}), null), 422))
                .containsExactly("effectiveFrom DATE_ORDER");
    }

    @Test
    void aProposalIsJudgedAgainWhenItIsPutInForce() {
        String needs = body(propose(PROPOSER, proposal(freshVersion(), body -> body.remove("measures")), null), 201)
                .path("id")
                .asString();
        putInForce(proposal(freshVersion(), body -> without(body, "S-ASSOCIATION")));
        assertThat(problem(approve(OTHER, needs), 422)).allMatch(error -> error.endsWith(" UNKNOWN_CODE"));
        assertThat(body(call(PROPOSER, POST, "rule-sets/" + needs + "/refusal", "{\"reason\":\"措施已废止\"}", null), 200)
                        .path("state")
                        .asString())
                .isEqualTo("REFUSED");
        assertThat(problem(approve(OTHER, needs), 409)).containsExactly(" WRONG_STATE");
    }

    @Test
    void anIdempotencyKeyGivesTheFirstAnswerAgainAndAVersionIsTakenOnce() {
        String version = freshVersion();
        var proposal = proposal(version, _ -> {});
        String key = UUID.randomUUID().toString();
        JsonNode first = body(propose(PROPOSER, proposal, key), 201);
        assertThat(body(propose(PROPOSER, proposal, key), 201)).isEqualTo(first);
        assertThat(problem(propose(PROPOSER, proposal(version, body -> body.put("basis", "另一依据")), key), 409))
                .containsExactly("Idempotency-Key DUPLICATE");
        assertThat(problem(propose(OTHER, proposal, key), 422)).containsExactly("version DUPLICATE");
        assertThat(problem(propose(PROPOSER, proposal, null), 422)).containsExactly("version DUPLICATE");
    }

    @Test
    void ofTwoApprovalsAtOneMomentOnePutsItInForce() throws Exception {
        String id = body(propose(PROPOSER, proposal(freshVersion(), _ -> {}), null), 201)
                .path("id")
                .asString();
        try (var officers = Executors.newFixedThreadPool(4)) {
            Callable<Integer> approval =
                    () -> approve(OTHER, id).getStatusCode().value();
            List<Integer> answers = officers.invokeAll(List.of(approval, approval, approval, approval)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        }
    }

    private JsonNode one(String who, String id) {
        return body(call(who, GET, "rule-sets/" + id, null, null), 200);
    }

    private static List<String> problem(ResponseEntity<String> answer, int status) {
        return body(answer, status)
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .toList();
    }
}
