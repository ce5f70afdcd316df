package org.jointcredit.objection.objection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks collection which subject somebody is; what identifies it is never kept here. */
final class SubjectLookup {
    private static final int TRY_AGAIN_AFTER = 5;

    private final RestClient collection;

    SubjectLookup(RestClient collection) {
        this.collection = collection;
    }

    /** Either the id, or why it cannot be told. */
    sealed interface Answer {
        record Known(String id) implements Answer {}

        record Unclear(List<FieldError> errors) implements Answer {}
    }

    /**
     * @param subject as in a record
     * @param place of it in the body, e.g. {@code subject}
     * @throws Problem 503 while collection is away
     */
    Answer find(ObjectNode subject, String place) {
        try {
            JsonNode answer = collection
                    .post()
                    .uri("/api/collection/subjects")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(ContractJson.mapper().writeValueAsString(subject))
                    .retrieve()
                    .body(JsonNode.class);
            return new Answer.Known(Objects.requireNonNull(answer).path("id").asString());
        } catch (RestClientResponseException e) {
            if (e.getStatusCode().isSameCodeAs(HttpStatus.UNPROCESSABLE_CONTENT)) {
                return new Answer.Unclear(errors(e.getResponseBodyAsString(), place));
            }
            throw Problem.unavailable(TRY_AGAIN_AFTER);
        } catch (RestClientException | OAuth2AuthorizationException _) {
            throw Problem.unavailable(TRY_AGAIN_AFTER);
        }
    }

    private static List<FieldError> errors(String problem, String place) {
        List<FieldError> errors = new ArrayList<>();
        for (JsonNode error : ContractJson.mapper().readTree(problem).path("errors")) {
            errors.add(new FieldError(
                    place + "." + error.path("field").asString(),
                    ErrorCode.valueOf(error.path("code").asString()),
                    null,
                    error.hasNonNull("basis") ? error.path("basis").asString() : null));
        }
        return errors;
    }
}
