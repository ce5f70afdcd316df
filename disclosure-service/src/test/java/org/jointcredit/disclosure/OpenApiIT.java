package org.jointcredit.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.jointcredit.testsupport.OpenApiFile;
import org.junit.jupiter.api.Test;

/** The console's types are made from the checked-in OpenAPI, so it is that of the running service. */
class OpenApiIT extends RunningDisclosure {
    @Test
    void theConsoleKnowsTheInterfaceAsItIs() {
        assertThat(OpenApiFile.isInStep(
                        "disclosure",
                        String.valueOf(as(null).get()
                                .uri("/api/disclosure/openapi")
                                .retrieve()
                                .body(String.class))))
                .as("gateway/console/openapi/disclosure.json is out of step: run this test with JC_WRITE_DOCS=true")
                .isTrue();
    }
}
