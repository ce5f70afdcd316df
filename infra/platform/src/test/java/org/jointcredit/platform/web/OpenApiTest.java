package org.jointcredit.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** interfaces.md, REST: the OpenAPI document says whether one must say who one is, what is taken and all that is answered. */
class OpenApiTest extends FrontDoorTest {
    @Test
    void aCommandSaysThatItNeedsIdentityWhatItTakesAndHowItIsRefused() {
        JsonNode command = document().at("/paths/~1api~1testing~1things~1{state}/post");

        assertThat(command.at("/security/0").has("bearer")).isTrue();
        assertThat(command.at("/requestBody/content/application~1json/schema/type")
                        .asString())
                .isEqualTo("object");
        assertThat(command.at("/responses").propertyNames())
                .contains("400", "401", "403", "404", "409", "413", "422", "503");
        for (String status : List.of("400", "401", "403", "404", "409", "413", "422", "503")) {
            assertThat(command.at("/responses/" + status + "/content/application~1problem+json/schema/$ref")
                            .asString())
                    .isEqualTo("#/components/schemas/Problem");
        }
    }

    @Test
    void whatEverybodyMayReadNeedsNoIdentity() {
        JsonNode open = document().at("/paths/~1api~1testing~1open/get");

        assertThat(open.has("security")).isFalse();
        assertThat(open.at("/responses").propertyNames()).containsExactlyInAnyOrder("200", "400", "503");
    }

    @Test
    void aProblemIsDescribedByTheMembersThatItHas() {
        var problem = document().at("/components/schemas/Problem");

        assertThat(problem.at("/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        get("/api/testing/nowhere", null).json().propertyNames());
        assertThat(problem.at("/type").asString()).isEqualTo("object");
        assertThat(document().at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void whatServicesAskEachOtherIsNoOutsidersBusiness() {
        assertThat(document().at("/paths").propertyNames())
                .contains("/api/testing/me")
                .doesNotContain("/api/testing/inner");
    }

    private JsonNode document() {
        var answer = get("/api/testing/openapi", null);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }
}
