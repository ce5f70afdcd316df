package org.jointcredit.objection;

import static org.assertj.core.api.Assertions.assertThat;

import org.jointcredit.testsupport.OpenApiFile;
import org.junit.jupiter.api.Test;

/** The console's types are made from the checked-in OpenAPI, so it is that of the running service. */
class OpenApiIT extends RunningObjection {
    @Test
    void theConsoleKnowsTheInterfaceAsItIs() {
        assertThat(OpenApiFile.isInStep(
                        "objection",
                        String.valueOf(as(null).get()
                                .uri("/api/objection/openapi")
                                .retrieve()
                                .body(String.class))))
                .as("gateway/console/openapi/objection.json is out of step: run this test with JC_WRITE_DOCS=true")
                .isTrue();
    }
}
